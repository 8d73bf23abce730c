"""The vocabularies that every archive starts with, and what each says of a record.

Telemeta's 27 enumerations (T-44) were flat, monolingual tables, each wired to one field. Here each
is a scheme of concepts, and what used to be a field is a *use*: `RecordConcept.use` names it, and
`USES` says which scheme its concepts are of, which records bear it, and whether several may
stand there. An archive adds schemes of its own as data; extra fields (`ExtraField`) use those.
"""

from dataclasses import dataclass

from archive.errors import OddValue


@dataclass(frozen=True)
class Words:
    """A title in the site's three languages."""

    en: str
    fr: str
    es: str

    def __str__(self) -> str:
        return self.en

    @property
    def others(self) -> dict[str, str]:
        """Return what stands beside the English in a record's `translations`."""
        return {"fr": self.fr, "es": self.es}


@dataclass(frozen=True)
class SchemeSpec:
    """One vocabulary to start with; `was` is the enumeration of Telemeta whose values it holds."""

    slug: str
    title: Words
    description: str
    was: str = ""


#: The one enumeration that is no scheme: groups have a model of their own (`Population`).
ETHNIC_GROUPS = "EthnicGroup"

SCHEMES: tuple[SchemeSpec, ...] = (
    SchemeSpec(
        "physical-formats",
        Words("Physical formats", "Formats physiques", "Formatos físicos"),
        "What sort of object holds the sound: wax cylinder, 78 rpm disc, open-reel tape, DAT.",
        "PhysicalFormat",
    ),
    SchemeSpec(
        "publishing-statuses",
        Words("Publishing statuses", "Statuts de publication", "Estados de publicación"),
        "How an edition stands to others: first edition, secondary edition, reissue.",
        "PublishingStatus",
    ),
    SchemeSpec(
        "acquisition-modes",
        Words("Modes of acquisition", "Modes d'acquisition", "Modos de adquisición"),
        "How something came to the archive: gift, deposit, purchase, exchange, mission.",
        "AcquisitionMode",
    ),
    SchemeSpec(
        "record-authors",
        Words("Authors of records", "Rédacteurs de fiches", "Autores de fichas"),
        "Who established what a record says.",
        "MetadataAuthor",
    ),
    SchemeSpec(
        "record-writers",
        Words("Writers of records", "Saisie des fiches", "Digitadores de fichas"),
        "Who entered a record into the catalogue.",
        "MetadataWriter",
    ),
    SchemeSpec(
        "legal-rights",
        Words("Legal rights", "Droits d'utilisation", "Derechos legales"),
        "What may be done with a collection by law or by contract.",
        "LegalRight",
    ),
    SchemeSpec(
        "recording-contexts",
        Words("Recording contexts", "Contextes d'enregistrement", "Contextos de grabación"),
        "The circumstances of a recording: in the field, in a studio, at a concert, from radio.",
        "RecordingContext",
    ),
    SchemeSpec(
        "ad-conversions",
        Words("Digitisation methods", "Modes de numérisation", "Métodos de digitalización"),
        "By whom and how analogue sound became digital.",
        "AdConversion",
    ),
    SchemeSpec(
        "vernacular-styles",
        Words("Vernacular styles", "Styles vernaculaires", "Estilos vernáculos"),
        "Genres under the names that those who perform them use; never translated.",
        "VernacularStyle",
    ),
    SchemeSpec(
        "generic-styles",
        Words("Generic styles", "Styles génériques", "Estilos genéricos"),
        "Genres under the names that scholars use: lullaby, lament, work song.",
        "GenericStyle",
    ),
    SchemeSpec(
        "keywords",
        Words("Keywords", "Mots-clés", "Palabras clave"),
        "What a recording is about, or the occasion on which it sounds.",
        "ContextKeyword",
    ),
    SchemeSpec(
        "publishers",
        Words("Publishers and their series", "Éditeurs et leurs séries", "Editores y sus series"),
        "Who brings recordings out; a publisher's series stand below it.",
        "Publisher",
    ),
    SchemeSpec(
        "tape-wheel-diameters",
        Words("Reel diameters", "Diamètres de bobine", "Diámetros de bobina"),
        "The diameter of a tape's reel, in centimetres.",
        "TapeWheelDiameter",
    ),
    SchemeSpec(
        "tape-lengths",
        Words("Tape lengths", "Longueurs de bande", "Longitudes de cinta"),
        "The length of a tape, in centimetres.",
        "TapeLength",
    ),
    SchemeSpec(
        "tape-widths",
        Words("Tape widths", "Largeurs de bande", "Anchos de cinta"),
        "The width of a tape, in inches.",
        "TapeWidth",
    ),
    SchemeSpec(
        "tape-speeds",
        Words("Tape speeds", "Vitesses de bande", "Velocidades de cinta"),
        "The speed at which a tape was recorded, in centimetres per second.",
        "TapeSpeed",
    ),
    SchemeSpec(
        "tape-vendors",
        Words("Tape makers", "Fabricants de bande", "Fabricantes de cinta"),
        "Who made a tape: AGFA, BASF, Pyral, Scotch.",
        "TapeVendor",
    ),
    SchemeSpec(
        "channel-layouts",
        Words("Channels", "Nombres de canaux", "Números de canales"),
        "How many channels a carrier holds, and how they lie: mono, two-track, stereo.",
        "NumberOfChannels",
    ),
    SchemeSpec(
        "organisations",
        Words("Organisations", "Organismes", "Organizaciones"),
        "The bodies within which a recording was made.",
        "Organization",
    ),
    SchemeSpec(
        "rights",
        Words("Rights of recordings", "Droits des enregistrements", "Derechos de las grabaciones"),
        "Who holds which rights in one recording.",
        "Rights",
    ),
    SchemeSpec(
        "topics",
        Words("Topics", "Thèmes", "Temas"),
        "The subject of a talk, a lesson or an experiment.",
        "Topic",
    ),
    SchemeSpec(
        "copy-types",
        Words("Types of copy", "Types de copie", "Tipos de copia"),
        "Whether something is an original, a safety copy or a copy for listening.",
        "CopyType",
    ),
    SchemeSpec(
        "media-types",
        Words("Media types", "Types de média", "Tipos de medio"),
        "Whether it is sound, film or both.",
        "MediaType",
    ),
    SchemeSpec(
        "original-formats",
        Words("Original formats", "Formats originaux", "Formatos originales"),
        "The format of the first recording, of which the archive may hold a copy only.",
        "OriginalFormat",
    ),
    SchemeSpec(
        "description-statuses",
        Words("Statuses of description", "Statuts de la description", "Estados de la descripción"),
        "How far the work on a collection has come.",
        "Status",
    ),
    SchemeSpec(
        "identifier-types",
        Words("Types of identifier", "Types d'identifiant", "Tipos de identificador"),
        "What sort of number something bears elsewhere: ISRC, DOI, a shelf mark, a field number.",
        "IdentifierType",
    ),
    # Poitiers' (branch mshs-dev), for archives of song and tale.
    SchemeSpec(
        "strophic-forms",
        Words("Strophic forms", "Coupes", "Formas estróficas"),
        "How the lines of a strophe follow each other.",
        "Coupe",
    ),
    SchemeSpec(
        "song-types",
        Words("Types of song", "Genres de chanson", "Tipos de canción"),
        "What sort of song it is: narrative song, dance song, satire.",
        "KindOfSong",
    ),
    SchemeSpec(
        "short-song-types",
        Words("Types of short song", "Genres de formulette", "Tipos de canción breve"),
        "What sort of rhyme or formula it is: counting rhyme, street cry, animal call.",
        "KindOfShortSong",
    ),
    SchemeSpec(
        "tale-types",
        Words("Types of tale", "Genres de conte", "Tipos de cuento"),
        "What sort of tale it is: wonder tale, animal tale, legend.",
        "KindOfTale",
    ),
    SchemeSpec(
        "functions",
        Words("Functions", "Fonctions", "Funciones"),
        "What something is sung, played or told for: to dance, to march, to lull.",
        "Function",
    ),
    SchemeSpec(
        "hornbostel-sachs",
        Words(
            "Hornbostel-Sachs classification",
            "Classification Hornbostel-Sachs",
            "Clasificación Hornbostel-Sachs",
        ),
        "The classes of musical instruments by how they sound; their notation is the number.",
        "HornbostelSachs",
    ),
    # Of terms themselves.
    SchemeSpec(
        "place-types",
        Words("Types of place", "Types de lieu", "Tipos de lugar"),
        "What sort of place it is, finer than country or settlement: province, oasis, market.",
        "LocationType",
    ),
)

SCHEME_BY_SLUG = {scheme.slug: scheme for scheme in SCHEMES}

_LEVELS = ("fonds", "corpus", "collection", "item")
_RECORDED = ("collection", "item")
_CARRIER = ("carrier",)


@dataclass(frozen=True)
class Use:
    """What a concept may say of a record: the word in `RecordConcept.use`."""

    name: str
    scheme: str
    #: The kinds of record that bear it.
    levels: tuple[str, ...]
    label: Words
    is_repeatable: bool = True


USES: dict[str, Use] = {
    use.name: use
    for use in (
        Use("keyword", "keywords", _LEVELS, Words("Keyword", "Mot-clé", "Palabra clave")),
        Use("topic", "topics", _LEVELS, Words("Topic", "Thème", "Tema")),
        Use(
            "recording_context",
            "recording-contexts",
            _RECORDED,
            Words("Recording context", "Contexte d'enregistrement", "Contexto de grabación"),
        ),
        Use(
            "vernacular_style",
            "vernacular-styles",
            _RECORDED,
            Words("Vernacular style", "Style vernaculaire", "Estilo vernáculo"),
        ),
        Use(
            "generic_style",
            "generic-styles",
            _RECORDED,
            Words("Generic style", "Style générique", "Estilo genérico"),
        ),
        Use("media_type", "media-types", _RECORDED, Words("Media type", "Média", "Medio")),
        Use(
            "organisation",
            "organisations",
            _LEVELS,
            Words("Organisation", "Organisme", "Organización"),
        ),
        Use("rights", "rights", ("item",), Words("Rights", "Droits", "Derechos")),
        Use(
            "legal_right",
            "legal-rights",
            ("fonds", "corpus", "collection"),
            Words("Legal rights", "Droits d'utilisation", "Derechos legales"),
        ),
        Use(
            "publisher",
            "publishers",
            ("collection",),
            Words("Publisher", "Éditeur", "Editor"),
        ),
        Use(
            "publisher_series",
            "publishers",
            ("collection",),
            Words("Publisher's series", "Collection éditoriale", "Serie editorial"),
        ),
        Use(
            "publishing_status",
            "publishing-statuses",
            ("collection",),
            Words("Publishing status", "Statut de publication", "Estado de publicación"),
            is_repeatable=False,
        ),
        Use(
            "acquisition_mode",
            "acquisition-modes",
            ("fonds", "corpus", "collection"),
            Words("Mode of acquisition", "Mode d'acquisition", "Modo de adquisición"),
        ),
        Use(
            "copy_type",
            "copy-types",
            ("collection", "carrier"),
            Words("Type of copy", "Type de copie", "Tipo de copia"),
            is_repeatable=False,
        ),
        Use(
            "record_author",
            "record-authors",
            _LEVELS,
            Words("Author of the record", "Rédacteur de la fiche", "Autor de la ficha"),
        ),
        Use(
            "record_writer",
            "record-writers",
            _LEVELS,
            Words("Writer of the record", "Saisie de la fiche", "Digitador de la ficha"),
        ),
        Use(
            "description_status",
            "description-statuses",
            _LEVELS,
            Words("Status of description", "Statut de la description", "Estado de la descripción"),
            is_repeatable=False,
        ),
        Use(
            "ad_conversion",
            "ad-conversions",
            ("collection", "item", "carrier"),
            Words("Digitisation method", "Mode de numérisation", "Método de digitalización"),
        ),
        Use(
            "original_format",
            "original-formats",
            ("collection", "item", "carrier"),
            Words("Original format", "Format original", "Formato original"),
        ),
        Use(
            "physical_format",
            "physical-formats",
            ("collection", "item", "carrier"),
            Words("Physical format", "Format physique", "Formato físico"),
        ),
        Use(
            "tape_wheel_diameter",
            "tape-wheel-diameters",
            _CARRIER,
            Words("Reel diameter (cm)", "Diamètre de la bobine (cm)", "Diámetro de bobina (cm)"),
            is_repeatable=False,
        ),
        Use(
            "tape_length",
            "tape-lengths",
            _CARRIER,
            Words("Tape length (cm)", "Longueur de bande (cm)", "Longitud de cinta (cm)"),
            is_repeatable=False,
        ),
        Use(
            "tape_width",
            "tape-widths",
            _CARRIER,
            Words("Tape width (inches)", "Largeur de bande (pouces)", "Ancho de cinta (pulgadas)"),
            is_repeatable=False,
        ),
        Use(
            "tape_speed",
            "tape-speeds",
            _CARRIER,
            Words("Tape speed (cm/s)", "Vitesse de bande (cm/s)", "Velocidad de cinta (cm/s)"),
        ),
        Use(
            "tape_vendor",
            "tape-vendors",
            _CARRIER,
            Words("Tape maker", "Fabricant de la bande", "Fabricante de la cinta"),
            is_repeatable=False,
        ),
        Use(
            "channel_layout",
            "channel-layouts",
            _CARRIER,
            Words("Channels", "Nombre de canaux", "Número de canales"),
            is_repeatable=False,
        ),
        Use(
            "strophic_form",
            "strophic-forms",
            ("item",),
            Words("Strophic form", "Coupe", "Forma estrófica"),
        ),
        Use(
            "song_type",
            "song-types",
            ("item",),
            Words("Type of song", "Genre de chanson", "Tipo de canción"),
        ),
        Use(
            "short_song_type",
            "short-song-types",
            ("item",),
            Words("Type of short song", "Genre de formulette", "Tipo de canción breve"),
        ),
        Use(
            "tale_type",
            "tale-types",
            ("item",),
            Words("Type of tale", "Genre de conte", "Tipo de cuento"),
        ),
        Use("function", "functions", ("item",), Words("Function", "Fonction", "Función")),
        Use(
            "hornbostel_sachs",
            "hornbostel-sachs",
            ("item",),
            Words("Class of instrument", "Classe d'instrument", "Clase de instrumento"),
        ),
    )
}


def use_named(name: str, level: str) -> Use:
    """Return what the concept is to say of a record of that kind.

    Raises
    ------
    OddValue : no use is called so, or records of that kind do not bear it.
    """
    use = USES.get(name)
    if use is None:
        raise OddValue("use", f"Use: no concept says {name[:40]!r} of a record; see the list.")
    if level not in use.levels:
        bear = ", ".join(use.levels)
        raise OddValue("use", f"Use: {name!r} is said of {bear}, and not of this kind ({level}).")
    return use
