//! The words synthetic municipalities are made of: believable Danish, nobody's own.

/// Areas a committee answers for.
pub(super) const AREAS: [&str; 8] =
    ["Børn og unge", "Skole", "Ældre", "Sundhed", "Social", "Beskæftigelse", "Kultur og fritid", "Klima og teknik"];

/// Kinds of institution by area, with the model's key of their kind.
pub(super) const PLACES: [(&str, &str); 6] = [
    ("Børnehaven", "boernehave"),
    ("Vuggestuen", "boernehave"),
    ("Skolen", "skole"),
    ("Plejehjemmet", "plejehjem"),
    ("Bostedet", "bosted"),
    ("Biblioteket", "bibliotek"),
];

/// Names of places.
pub(super) const NAMES: [&str; 24] = [
    "Ællebækken",
    "Birkelunden",
    "Dueslaget",
    "Enghaven",
    "Fyrtårnet",
    "Grønnehøj",
    "Hasselvang",
    "Kløvermarken",
    "Lærkereden",
    "Møllebakken",
    "Nordlyset",
    "Oasen",
    "Pilehaven",
    "Regnbuen",
    "Skovbrynet",
    "Søvænget",
    "Toftegården",
    "Ulvsbjerg",
    "Vesterled",
    "Åkanden",
    "Østerparken",
    "Solsikken",
    "Stenhøj",
    "Aabrinken",
];

/// What goals begin with.
pub(super) const AIMS: [&str; 16] = [
    "Flere børn trives i",
    "Færre unge forlader",
    "Kortere ventetid i",
    "Bedre overgange til",
    "Mere bevægelse i",
    "Højere læselyst i",
    "Lavere sygefravær i",
    "Flere frivillige i",
    "Mindre madspild i",
    "Tryggere hverdag i",
    "Flere pårørende inddrages i",
    "Grønnere drift af",
    "Stærkere fællesskab i",
    "Flere i job fra",
    "Klarere svar fra",
    "Mere udeliv i",
];

/// Where it is to happen.
pub(super) const WHERE: [&str; 12] = [
    "dagtilbuddet",
    "indskolingen",
    "udskolingen",
    "hjemmeplejen",
    "genoptræningen",
    "jobcentret",
    "klubben",
    "bostedet",
    "biblioteket",
    "svømmehallen",
    "borgerservice",
    "lokalområdet",
];

/// What is expected of it.
pub(super) const EFFECTS: [&str; 6] = [
    "Borgerne mærker forskellen i deres hverdag, og flere siger, at hjælpen passer til dem.",
    "Børnene møder færre skift, og forældrene ved, hvem de skal tale med.",
    "Medarbejderne bruger tiden på kerneopgaven, og sygefraværet falder.",
    "Flere klarer sig selv længere, og færre får brug for varig hjælp.",
    "Flere unge har en aftale om næste skridt, før de slutter.",
    "Området bruger mindre energi, og pengene bliver til mere tid med borgerne.",
];

/// What is done.
pub(super) const ACTIONS: [&str; 12] = [
    "Ugentligt teammøde om",
    "Kursus for personalet i",
    "Forældreaften om",
    "Fælles rutine for",
    "Besøg hos naboen for at lære om",
    "Prøveperiode med",
    "Ny mappe med materialer til",
    "Samtaler med alle nye om",
    "Måling før og efter af",
    "Aftale med foreningen om",
    "Gennemgang af",
    "Fast følgeskab til",
];
