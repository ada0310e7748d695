### Overblik, Kæden, enheder, søgning og ord.

# Overblik
overview-home-title = Overblik
overview-attention = Det kræver opmærksomhed
overview-now = Det skal du nu
overview-now-none = Du er færdig for nu. Her kommer det, når noget venter på dig.
overview-late = Overskredet
overview-show-all = Vis alle { $count }
overview-and-more = og { $count } mere
overview-news = Siden sidst
overview-news-since = Det er sket, siden du var her { $when }.
overview-news-none = Der er ikke sket noget, du kan se, siden du var her { $when }.
overview-news-since-visit = Det er sket, siden du var her sidst.
overview-news-none-visit = Der er ikke sket noget, du kan se, siden du var her sidst.
overview-news-first = Det er første gang, du er her. Næste gang står her, hvad der er sket imens.
overview-to-decide = Til beslutning
overview-to-decide-none = Der ligger ingen forslag til beslutning hos dig lige nu.
overview-cracks = Her brister kæden
overview-in-force = Det, der gælder
overview-see-chain = Se hele kæden
overview-see-map = Se det som kort
overview-see-unit = Se enheden
overview-look-closer = Se nærmere
overview-in-figures = Kæden i tal
overview-new = Opret i kæden
overview-my-place = Min plads i kæden
overview-my-place-none = Der er endnu ikke noget i kæden hos jer. Det kommer her, når det første er oprettet.
overview-line-loose = Det, I arbejder for, hænger ikke sammen med noget ovenfor endnu.
overview-own-goals = Det arbejder { $unit } for
overview-own-goals-none = Der er ikke oprettet noget endnu. Det gøres af enhedens leder.
overview-due-on = frist { $date }

# Opgaverne, samlet efter slags og hver for sig
overview-tasks-overdue = { $count ->
    [one] Fristen er overskredet
   *[other] Fristen er overskredet for { $count }
}
overview-tasks-returned = { $count ->
    [one] Sendt tilbage til jer
   *[other] { $count } er sendt tilbage til jer
}
overview-tasks-proposal = { $count ->
    [one] Et forslag venter
   *[other] { $count } forslag venter
}
overview-tasks-asked = { $count ->
    [one] I er bedt om et svar
   *[other] I er bedt om { $count } svar
}
overview-tasks-draft = { $count ->
    [one] En kladde er ikke foreslået
   *[other] { $count } kladder er ikke foreslået
}
overview-tasks-orphan = { $count ->
    [one] Hænger ikke sammen med noget ovenfor
   *[other] { $count } hænger ikke sammen med noget ovenfor
}
overview-tasks-break = { $count ->
    [one] Ingen nedenfor løfter det
   *[other] { $count } løftes ikke af nogen nedenfor
}
overview-tasks-vacancy = { $count ->
    [one] En lederstilling er ledig
   *[other] { $count } lederstillinger er ledige
}
overview-task-overdue = Følg op på »{ $title }«
overview-task-returned = Ret »{ $title }«, og foreslå igen
overview-task-proposal = Tag stilling til »{ $title }«
overview-task-asked = Svar på »{ $title }«
overview-task-draft = Gør »{ $title }« færdig
overview-task-orphan = Knyt »{ $title }« til noget ovenfor
overview-task-break = Find nogen, der løfter »{ $title }«
overview-task-vacancy = Besæt stillingen »{ $title }«
overview-task-about = { $noun } { $number } · { $unit }
overview-about-break = { $about } · løftes ikke af nogen
overview-task-about-note = { $noun } { $number } · { $unit } · { $note }
overview-task-about-unit = { $unit }
overview-task-about-round = { $round }

# Tal, der fører til deres liste
overview-count-proposed = { $count ->
    [one] forslag venter på beslutning
   *[other] forslag venter på beslutning
}
overview-count-orphans = { $count ->
    [one] hører ikke under noget
   *[other] hører ikke under noget
}
overview-count-breaks = { $count ->
    [one] løftes ikke af nogen
   *[other] løftes ikke af nogen
}
overview-count-overdue = { $count ->
    [one] har overskredet fristen
   *[other] har overskredet fristen
}
overview-count-outside = { $count ->
    [one] sted er der flere eller færre, end modellen lægger op til
   *[other] steder er der flere eller færre, end modellen lægger op til
}
overview-count-no-effect = { $count ->
    [one] uden forventet effekt
   *[other] uden forventet effekt
}
overview-count-no-owner = { $count ->
    [one] uden ansvarlig
   *[other] uden ansvarlig
}
overview-count-between = { $count } af { $least }–{ $most }
overview-count-exactly = { $count } af { $most }
overview-count-most = { $count } af højst { $most }
overview-count-least = { $count } af mindst { $least }
overview-closed-as = afsluttet, { $outcome }

# Kæden
overview-chain-lead = Sådan hænger det sammen, fra { $first } til { $last }. Vælg et kort, så træder alt over og under det frem.
overview-views = Kædens former
overview-view-map = Kort
overview-view-table = Tabel
overview-view-list = Liste
overview-judgements = Se kæden efter
overview-filter = Filtrér kæden
overview-filter-text = Titel, emne eller nummer
overview-filter-unit = Udvalg eller enhed
overview-filter-only = Vis kun
overview-filters-in-force = Filtre i brug
overview-take-away = fjern
overview-clear = Ryd alle filtre
overview-all-kinds = Alle slags
overview-live = Alt, der er i gang
overview-whole-municipality = Hele kommunen
overview-orphans = Løse: hører ikke under noget
overview-breaks = Brud: løftes ikke af nogen
overview-cross-cutting = Tværgående
overview-orphan = Løs
overview-break = Brud
overview-chip-text = Søgt efter »{ $text }«
overview-chip-tag = Emne: { $tag }
overview-chip-missing = Opfylder ikke: { $claim }
overview-chip-overdue = Fristen er overskredet
overview-map-label = Kædens kort. Brug piletasterne til at gå mellem kortene.
overview-map-empty = Der er ikke noget at vise på kortet
overview-map-empty-text = Fjern et filter, eller opret det første i kæden. Byrådet eller direktionen begynder øverst, og resten knyttes til.
overview-open = Åbn siden
overview-branch-as-list = Vis grenen som liste
overview-whole-chain = Vis hele kæden igen
overview-rest-of-line = { $count } { $nouns } mere på linjen er der ikke plads til på kortet. Se dem i listen.
overview-group-count = { $count } { $nouns }
overview-more-units = { $count ->
    [one] én enhed mere
   *[other] { $count } enheder mere
}
overview-hollow = Endnu tomt: { $words }.
overview-orphans-heading = { $count ->
    [0] Ingen løse ender opad
    [one] Én løs ende opad
   *[other] { $count } løse ender opad
}
overview-orphans-text = Det, der skulle høre under noget ovenfor og ikke gør det.
overview-breaks-heading = { $count ->
    [0] Ingen brud nedad
    [one] Ét brud nedad
   *[other] { $count } brud nedad
}
overview-breaks-text = Det, der gælder, men som ingen nedenfor løfter endnu.
overview-tie = Knyt
overview-serve = Opret under
overview-number = Nummer
overview-state = Tilstand
overview-due = Frist
overview-above = Over
overview-below-head = Under
overview-above-of = over { $number }
overview-below-of = under { $number }
overview-rows-on-one-page = Vis { $count } på én side
overview-table-empty = Ingenting passer
overview-table-empty-text = Fjern et filter, eller søg efter færre ord.
overview-list-grouped = Disse er for mange til listen og vises som tabel:
overview-line-meta = { $kind } { $number } · { $owner }

# Dækning
overview-coverage = Hvor stopper det?
overview-coverage-lead = Så langt ned i organisationen når det, der er besluttet: hvor mange enheder på hvert niveau der har noget under det.
overview-coverage-how = Vælg et tal for at se de enheder, der ikke har noget.
overview-coverage-empty = Der er ikke vedtaget noget her endnu
overview-coverage-empty-text = Når det første er vedtaget, kan du se, hvor langt ned det når.
overview-units-of = { $count } af { $of }
overview-stops-at-once = Når ikke længere ned
overview-stops-at = Stopper ved { $level }
overview-without = { $count } { $units } uden noget under »{ $title }«
overview-without-none = Alle har noget.
overview-answers = Svar fra dem, der er spurgt
overview-answers-text = Det, der er lagt frem for enheder, og hvad de har svaret.

# Balance
overview-balance = Balance og kvalitet
overview-balance-lead = Hvordan { $nouns } fordeler sig, hvor gode de er som { $nouns }, og om der er så mange, som modellen lægger op til.
overview-balance-empty = Der er ikke noget at vurdere endnu
overview-balance-empty-text = Fordelingen kan ses, når de første mål er oprettet.
overview-advice = Til overvejelse
overview-share-scope = Hvis mål er det?
overview-share-measure = Hvad måles der på?
overview-share-orientation = Udvikling eller drift?
overview-unsaid = Siger det ikke
overview-quality = Gode mål
overview-sound = { $count } af { $of } opfylder alt, hvad der spørges om.
overview-check = Et godt mål
overview-holds = Opfyldt af
overview-lacks = Mangler
overview-missing = { $count ->
    [one] Vis { $count }
   *[other] Vis { $count }
}
overview-counts = Antal i forhold til modellen
overview-counts-fit = Der er så mange, som modellen lægger op til.
overview-counted-within = Inden for
overview-there-are = Der er
overview-meant = Lagt op til
overview-fit = Passer det?
overview-fit-within = Som det skal være
overview-fit-under = { $by } for få
overview-fit-over = { $by } for mange
overview-meant-between = { $least }–{ $most }
overview-meant-exactly = { $least ->
   *[other] { $most }
}
overview-meant-most = { $least ->
   *[other] højst { $most }
}
overview-meant-least = { $most ->
   *[other] mindst { $least }
}
overview-loose = Løse ender

# Enhed
overview-led-by = Ledes af { $person }
overview-held-from = fra { $date }
overview-stands-in = { $name } er stedfortræder { $span }
overview-carried-on-by = Arbejdet føres videre af
overview-new-here = Opret her
overview-edit-unit = Ret enheden
overview-hand-over = Overdrag til en anden enhed
overview-put-before = Lagt frem for enheden
overview-unanswered = { $count ->
    [one] ét svar mangler
   *[other] { $count } svar mangler
}
overview-works-for = Det arbejder enheden for
overview-unit-empty = Enheden har ikke noget i kæden endnu
overview-unit-empty-text = Her står de mål og handlinger, enheden selv ejer. De oprettes af lederen, når det er aftalt, hvad der bidrages til.
overview-serves = Bidrager til »{ $title }«
overview-serves-more = Bidrager til »{ $title }« og { $more } mere
overview-below = { $count ->
    [one] én under
   *[other] { $count } under
}
overview-units-below = Enhederne under
overview-adopted-head = Gælder
overview-proposed-head = Foreslået
overview-drafts-head = Kladder
overview-nothing-yet = intet endnu
overview-rules = Spilleregler
overview-rules-text = Hvad der ligger fast, og hvad enheden selv bestemmer.
overview-fixed = Ligger fast
overview-free = Frit
overview-unit-place = Plads i organisationen
overview-facts = Om enheden
overview-positions = Stillinger

# Søg
overview-search-label = Søg efter ord eller nummer
overview-search-hint = For eksempel »sundhed«, M-2018-014 eller E-12. Et nummer fører lige til siden.
overview-search-begin = Du kan også begynde her:
overview-search-none = Der er ikke noget, der hedder »{ $typed }«
overview-search-none-text = Prøv færre ord, en anden bøjning eller et nummer. Kladder fra andre enheder vises ikke.
overview-search-more = de bedste 100 er vist; flere ord giver færre
overview-people = Personer
overview-unit-under = { $level } · { $above }

# Ord
overview-words = Ordene
overview-words-lead = Det betyder ordene i { $municipality }.
overview-words-source = Efter { $source } ({ $term }).
overview-words-chain = Kæden, fra oven
overview-words-levels = Niveauerne
overview-words-units = Slags enheder
overview-words-nouns = Alle ord

## Aftaler og opfølgning på Overblik
overview-agreements-counter = { $count ->
    [one] Modforslag, du skal svare på
   *[other] Modforslag, du skal svare på
}
overview-agreements-returned = { $count ->
    [one] En aftale er sendt tilbage
   *[other] { $count } aftaler er sendt tilbage
}
overview-agreements-hearing = { $count ->
    [one] En aftale er i høring hos jer
   *[other] { $count } aftaler er i høring hos jer
}
overview-agreements-send-on = { $count ->
    [one] En aftale skal videre
   *[other] { $count } aftaler skal videre
}
overview-agreements-approve = { $count ->
    [one] En aftale til godkendelse
   *[other] { $count } aftaler til godkendelse
}
overview-agreements-sign = { $count ->
    [one] En aftale mangler din underskrift
   *[other] { $count } aftaler mangler din underskrift
}
overview-agreements-report = { $count ->
    [one] En aftale skal afrapporteres
   *[other] { $count } aftaler skal afrapporteres
}
overview-agreements-close = { $count ->
    [one] En afrapportering venter på dig
   *[other] { $count } afrapporteringer venter på dig
}
overview-agreement-counter = { $count ->
    [one] Svar på et modforslag i { $thenoun } { $years }
   *[other] Svar på { $count } modforslag i { $thenoun } { $years }
}
overview-agreement-returned = Ret { $thenoun } { $years }, og send den igen
overview-agreement-hearing = Sig, hvad I mener om { $thenoun } { $years }
overview-agreement-send-on = Send { $thenoun } { $years } videre
overview-agreement-approve = Tag stilling til { $thenoun } { $years }
overview-agreement-sign = Underskriv { $thenoun } { $years }
overview-agreement-report = Afrapportér { $thenoun } { $years }
overview-agreement-close = Læs afrapporteringen, og afslut { $thenoun } { $years }
overview-rounds-returned = { $count ->
    [one] En opfølgning er sendt tilbage
   *[other] Opfølgninger, der er sendt tilbage
}
overview-rounds-report = Følg op på dine mål
overview-rounds-answer = { $count ->
    [one] Et spørgsmål venter på dit svar
   *[other] { $count } spørgsmål venter på dit svar
}
overview-rounds-accept = Opfølgning, der venter på dig
overview-rounds-assess = Skriv din vurdering
overview-rounds-feedback = Giv tilbagemelding
overview-rounds-late = { $count ->
    [one] En enhed er forsinket
   *[other] { $count } enheder er forsinket
}
overview-rounds-open = { $count ->
    [one] En runde kan åbnes
   *[other] { $count } runder kan åbnes
}
overview-rounds-close = { $count ->
    [one] En runde kan afsluttes
   *[other] { $count } runder kan afsluttes
}
overview-round-returned = { $count ->
    [one] Ret opfølgningen på ét mål i { $unit }
   *[other] Ret opfølgningen på { $count } mål i { $unit }
}
overview-round-report = { $count ->
    [one] Følg op på ét mål i { $unit }
   *[other] Følg op på { $count } mål i { $unit }
}
overview-round-answer = Svar på et spørgsmål om opfølgningen i { $unit }
overview-round-answer-goal = Svar på et spørgsmål om »{ $goal }«
overview-round-accept = { $count ->
    [one] Godkend opfølgningen på ét mål fra { $unit }
   *[other] Godkend opfølgningen på { $count } mål fra { $unit }
}
overview-round-assess = Skriv { $unit }s egen vurdering
overview-round-feedback = { $count ->
    [one] Svar på opfølgningen fra én enhed
   *[other] Svar på opfølgningen fra { $count } enheder
}
overview-round-late = { $count ->
    [one] { $unit } mangler at følge op på ét mål
   *[other] { $unit } mangler at følge op på { $count } mål
}
overview-round-open = Åbn { $round }
overview-round-close = Afslut { $round }
overview-follow-up = Sådan går det med målene
overview-follow-up-goals = { $count ->
    [one] Ét mål
   *[other] { $count } mål
}
overview-follow-up-before = sidst: { $red } røde, { $yellow } gule, { $green } grønne
overview-follow-up-red = Det er rødt, og derfor
overview-follow-up-summary = Læs resuméet på én side
overview-unit-agreement = { $kind } { $years } med { $others }
overview-unit-sight = Hvad vi er en del af
