#!/bin/sh
# What takes a superuser, at the first start of the database (as config/postgres_setup.py does for
# the embedded cluster): the application's role, its database, and the extensions in both places.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres --set=password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE sonotheque LOGIN NOSUPERUSER NOCREATEROLE PASSWORD :'password';
SQL
for database in template1 sonotheque; do
    [ "$database" = template1 ] || createdb --username "$POSTGRES_USER" --owner sonotheque "$database"
    for extension in pg_trgm unaccent btree_gist ltree pg_stat_statements; do
        psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$database" \
            --command "CREATE EXTENSION IF NOT EXISTS $extension"
    done
done
