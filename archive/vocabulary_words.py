"""What each vocabulary that every archive starts with is about, in French and in Spanish.

The English stands in `archive/vocabularies.py`.
"""

#: By the slug of the scheme: the French and the Spanish sentence.
DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "physical-formats": (
        "Quelle sorte d'objet porte le son : cylindre de cire, disque 78 tours, bande, DAT.",
        "Qué clase de objeto lleva el sonido: cilindro de cera, disco de 78 rpm, cinta, DAT.",
    ),
    "publishing-statuses": (
        "Ce qu'une édition est aux autres : première édition, édition secondaire, réédition.",
        "Qué es una edición respecto de otras: primera edición, edición secundaria, reedición.",
    ),
    "acquisition-modes": (
        "Comment une chose est entrée aux archives : don, dépôt, achat, échange, mission.",
        "Cómo llegó algo al archivo: donación, depósito, compra, intercambio, misión.",
    ),
    "record-authors": (
        "Qui a établi ce que dit une notice.",
        "Quién estableció lo que dice una ficha.",
    ),
    "record-writers": (
        "Qui a saisi une notice dans le catalogue.",
        "Quién introdujo una ficha en el catálogo.",
    ),
    "legal-rights": (
        "Ce que la loi ou un contrat permet de faire d'une collection.",
        "Qué puede hacerse con una colección por ley o por contrato.",
    ),
    "recording-contexts": (
        "Les circonstances d'un enregistrement : terrain, studio, concert, radio.",
        "Las circunstancias de una grabación: en el campo, en estudio, en concierto, de la radio.",
    ),
    "ad-conversions": (
        "Par qui et comment un son analogique est devenu numérique.",
        "Por quién y cómo un sonido analógico se hizo digital.",
    ),
    "vernacular-styles": (
        "Les genres sous les noms que leur donnent ceux qui les pratiquent ; jamais traduits.",
        "Los géneros con los nombres que les dan quienes los practican; nunca se traducen.",
    ),
    "generic-styles": (
        "Les genres sous les noms des chercheurs : berceuse, lamentation, chant de travail.",
        "Los géneros con los nombres de los estudiosos: nana, lamento, canto de trabajo.",
    ),
    "keywords": (
        "De quoi parle un enregistrement, ou l'occasion à laquelle il se fait entendre.",
        "De qué trata una grabación, o la ocasión en que suena.",
    ),
    "publishers": (
        "Qui publie des enregistrements ; les séries d'un éditeur sont placées sous lui.",
        "Quién publica grabaciones; las series de una editorial figuran bajo ella.",
    ),
    "tape-wheel-diameters": (
        "Le diamètre de la bobine d'une bande, en centimètres.",
        "El diámetro del carrete de una cinta, en centímetros.",
    ),
    "tape-lengths": (
        "La longueur d'une bande, en centimètres.",
        "La longitud de una cinta, en centímetros.",
    ),
    "tape-widths": (
        "La largeur d'une bande, en pouces.",
        "El ancho de una cinta, en pulgadas.",
    ),
    "tape-speeds": (
        "La vitesse à laquelle une bande a été enregistrée, en centimètres par seconde.",
        "La velocidad a la que se grabó una cinta, en centímetros por segundo.",
    ),
    "tape-vendors": (
        "Qui a fabriqué une bande : AGFA, BASF, Pyral, Scotch.",
        "Quién fabricó una cinta: AGFA, BASF, Pyral, Scotch.",
    ),
    "channel-layouts": (
        "Combien de canaux porte un support, et leur disposition : mono, bipiste, stéréo.",
        "Cuántos canales lleva un soporte y su disposición: mono, doble pista, estéreo.",
    ),
    "organisations": (
        "Les organismes au sein desquels un enregistrement a été fait.",
        "Los organismos en cuyo seno se hizo una grabación.",
    ),
    "rights": (
        "Qui détient quels droits sur un enregistrement.",
        "Quién tiene qué derechos sobre una grabación.",
    ),
    "topics": (
        "Le sujet d'une conférence, d'un cours ou d'une expérience.",
        "El tema de una charla, de una clase o de un experimento.",
    ),
    "copy-types": (
        "Si c'est un original, une copie de sauvegarde ou une copie d'écoute.",
        "Si es un original, una copia de seguridad o una copia de escucha.",
    ),
    "media-types": (
        "Si c'est du son, un film ou les deux.",
        "Si es sonido, película o ambas cosas.",
    ),
    "original-formats": (
        "Le format du premier enregistrement, dont les archives n'ont parfois qu'une copie.",
        "El formato de la primera grabación, de la que el archivo puede tener solo una copia.",
    ),
    "description-statuses": (
        "Où en est le travail sur une collection.",
        "Hasta dónde ha llegado el trabajo sobre una colección.",
    ),
    "identifier-types": (
        "Quelle sorte de numéro une chose porte ailleurs : ISRC, DOI, cote, numéro de terrain.",
        "Qué clase de número lleva algo en otra parte: ISRC, DOI, signatura, número de campo.",
    ),
    "strophic-forms": (
        "Comment les vers d'une strophe se suivent.",
        "Cómo se suceden los versos de una estrofa.",
    ),
    "song-types": (
        "Quelle sorte de chanson : chanson narrative, chanson à danser, satire.",
        "Qué clase de canción es: narrativa, de baile, satírica.",
    ),
    "short-song-types": (
        "Quelle sorte de formulette : comptine, cri de la rue, appel aux animaux.",
        "Qué clase de rima o fórmula es: de sorteo, pregón, llamada a los animales.",
    ),
    "tale-types": (
        "Quelle sorte de récit : conte merveilleux, conte d'animaux, légende.",
        "Qué clase de relato es: cuento maravilloso, cuento de animales, leyenda.",
    ),
    "functions": (
        "À quoi sert ce qui est chanté, joué ou dit : danser, marcher, endormir.",
        "Para qué se canta, se toca o se cuenta algo: bailar, marchar, arrullar.",
    ),
    "hornbostel-sachs": (
        "Les classes d'instruments de musique selon leur mode de production du son ; "
        "leur notation est le numéro.",
        "Las clases de instrumentos musicales según cómo suenan; su notación es el número.",
    ),
    "place-types": (
        "Quelle sorte de lieu, plus finement que pays ou localité : province, oasis, marché.",
        "Qué clase de lugar es, con más detalle que país o localidad: provincia, oasis, mercado.",
    ),
}
