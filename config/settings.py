"""One settings file for every environment; the difference is the environment (config/env.py)."""

from urllib.parse import unquote, urlsplit

from config import env

ROOT = env.ROOT
VAR = env.var_dir()

SECRET_KEY = env.env_secret("SECRET_KEY", made_at=VAR / "run" / "secret_key")
DEBUG = env.env_bool("DEBUG", default=False)
BASE_URL = env.base_url()
ALLOWED_HOSTS = env.env_list(
    "ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]", urlsplit(BASE_URL).hostname or "localhost"]
)
#: Proxies of ours: what they say in X-Forwarded-For is believed.
TRUSTED_PROXIES = env.env_networks("TRUSTED_PROXIES")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
_HTTPS = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

INSTALLED_APPS = [
    "archive.operators.OperatorsConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "pgtrigger",
    "strawberry_django",
    "archive",
    "analysis",
    "ontology",
    "graphql_api",
    "frontend.pages",
    "config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.outage.OutageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
APPEND_SLASH = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url or "postgresql://unset@127.0.0.1:1/unset")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # A pool in place of persistent connections: threads of the async server come and go.
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 12, "timeout": 10},
            "application_name": "sonotheque",
            # Values are bound in the client: a pooled connection then needs no prepared statements.
            "server_side_binding": False,
        },
    }


DATABASES = {"default": _database(env.database_url())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "archive.User"
LOGIN_URL = "/login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
SITE_DIR = VAR / "site"
STATICFILES_DIRS = [SITE_DIR] if SITE_DIR.is_dir() else []
# Served straight from the finders: what is built lies in SITE_DIR under names that hold a hash.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

MEDIA_DIR = VAR / "media"


def _storage(name: str) -> dict[str, object]:
    """Files by default; an S3 bucket where the environment names one."""
    bucket = env.env_str("S3_BUCKET")
    if not bucket:
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(MEDIA_DIR / name), "base_url": None},
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "location": name,
            "endpoint_url": env.env_url("S3_ENDPOINT_URL") or None,
            "region_name": env.env_str("S3_REGION") or None,
            "access_key": env.env_secret("S3_ACCESS_KEY") or None,
            "secret_key": env.env_secret("S3_SECRET_KEY") or None,
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": False,
        },
    }


STORAGES = {
    "default": _storage("misc"),
    "masters": _storage("masters"),
    "results": _storage("results"),
    "related": _storage("related"),
    "staged": _storage("staged"),
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# What is on its way in: beside the media, since a machine's /tmp may be small, or be memory.
FILE_UPLOAD_TEMP_DIR = VAR / "coming"
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)
#: The largest file that may be uploaded in one piece.
MAX_UPLOAD_BYTES = env.env_int("MAX_UPLOAD_BYTES", 2 << 30, low=1 << 10, high=1 << 50)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "media-src": ["'self'", "blob:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
}

REDIS_URL = env.env_url("REDIS_URL", schemes=("redis", "rediss", "unix"))
CACHES = (
    {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
    if REDIS_URL
    else {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
)

SPARQL_ENDPOINT_URL = env.env_url("SPARQL_ENDPOINT_URL")
RDF_DIR = VAR / "rdf"

# A worker's hold on a pass, renewed every quarter of it (spec/reliability.md section 2).
LEASE_SECONDS = env.env_int("LEASE_SECONDS", 60, low=2, high=3600)
MAX_ATTEMPTS = 3

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.env_str("LOG_LEVEL", "INFO")},
}
