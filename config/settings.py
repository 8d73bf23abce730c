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
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.headless",
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
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "frontend.pages.beginning.FromTheBeginning",
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
AUTHENTICATION_BACKENDS = ["archive.backends.OpenAccounts"]
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

# Log-in (docs/accounts.md): allauth's headless addresses, and /login on the same footing.
ACCOUNT_ADAPTER = "config.accounts.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "config.accounts.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # a stranger's address gets no mail from us
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
#: A name that is guessed at is closed for five minutes after five failures (allauth's own).
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,5/5m/key"}
HEADLESS_ONLY = True
HEADLESS_TOKEN_STRATEGY = "allauth.headless.tokens.strategies.jwt.JWTTokenStrategy"  # noqa: S105 (a path)
HEADLESS_JWT_ALGORITHM = "HS256"
HEADLESS_JWT_STATEFUL_VALIDATION_ENABLED = True  # refused after log-out (D-15)
HEADLESS_JWT_ACCESS_TOKEN_EXPIRES_IN = 300
HEADLESS_FRONTEND_URLS = {
    "account_reset_password": f"{BASE_URL}/password",
    "account_reset_password_from_key": f"{BASE_URL}/password/{{key}}",
    "account_confirm_email": f"{BASE_URL}/login",
    "account_signup": f"{BASE_URL}/login",
    "socialaccount_login_error": f"{BASE_URL}/login",
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": env.oidc_apps()}}
#: Whether who signs in there for the first time gets an account here.
OIDC_MAKES_ACCOUNTS = env.env_bool("OIDC_MAKES_ACCOUNTS", default=False)

# Without a server, letters lie as files where an operator can read them.
EMAIL_HOST = env.env_str("EMAIL_HOST")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_PORT = env.env_int("EMAIL_PORT", 587, low=1, high=65535)
EMAIL_HOST_USER = env.env_str("EMAIL_USER")
EMAIL_HOST_PASSWORD = env.env_secret("EMAIL_PASSWORD")
EMAIL_USE_TLS = env.env_bool("EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.env_str(
    "EMAIL_FROM", f"sonotheque@{urlsplit(BASE_URL).hostname or 'localhost'}"
)

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

#: Hosts that sounds may be fetched from, `*.name` for whatever stands below one.
REMOTE_HOSTS = env.env_list(
    "REMOTE_HOSTS",
    [
        *("archive.org", "*.archive.org", "freesound.org", "*.freesound.org"),
        *("api.deezer.com", "*.dzcdn.net"),
    ],
)
#: Seconds that fetching one may take.
REMOTE_SECONDS = env.env_int("REMOTE_SECONDS", 120, low=1, high=3600)
FREESOUND_TOKEN = env.env_secret("FREESOUND_TOKEN")

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
#: A pass that is expected to take more CPU than this is heavy: it waits in a queue of its own.
HEAVY_CPU_SECONDS = env.env_int("HEAVY_CPU_SECONDS", 120, low=0, high=1_000_000)
#: Items of one run, at most.
MAX_RUN_ITEMS = env.env_int("MAX_RUN_ITEMS", 2000, low=1, high=100_000)
#: Hours of sound that one person may have analysed in 24 hours, by role; 0 is no limit. What is
#: reused costs nothing.
ANALYSIS_HOURS_A_DAY = {
    "staff": env.env_int("ANALYSIS_HOURS_A_DAY_STAFF", 0, low=0, high=1_000_000),
    "editor": env.env_int("ANALYSIS_HOURS_A_DAY_EDITORS", 100, low=0, high=1_000_000),
}

# How long it is known who was given restricted material (docs/accounts.md).
ACCESS_LOG_DAYS = env.env_int("ACCESS_LOG_DAYS", 730, low=1, high=36_500)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.env_str("LOG_LEVEL", "INFO")},
}
