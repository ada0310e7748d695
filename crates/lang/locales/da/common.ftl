### Ord, der bruges overalt. Hver nøgle hedder område-ting; hver sætning er hel.

# Handlinger
common-save = Gem
common-cancel = Annuller
common-edit = Ret
common-remove = Fjern
common-back = Tilbage
common-next = Næste
common-previous = Forrige
common-search = Søg
common-clear = Ryd
common-filter = Filtrér
common-choose = Vælg
common-show = Vis
common-open = Åbn
common-close = Luk
common-go-home = Gå til overblikket

# Svar og småord
common-none = Ingen
common-all = Alle
common-not-set = Ikke angivet
common-optional = valgfrit
common-from = Fra
common-history = Historik
common-history-open = Vis alt, hvad der er sket
common-title = Titel
common-period = Periode
common-unit = Enhed
common-kind = Slags
common-owner = Ejer
common-responsible = Ansvarlig
common-result-count = { $count ->
    [one] { $count } resultat
   *[other] { $count } resultater
}
common-pages = Sider

# Rammen om siden
frame-skip = Gå til indholdet
frame-menu = Menu
frame-main-menu = Hovedmenu
frame-breadcrumb = Du er her
frame-switch-language = In English
frame-log-in = Log ind
frame-log-out = Log ud
frame-accessibility = Tilgængelighed
frame-version = Udgave { $version }
frame-day = Demonstration: dagen er { $day }

# Menuen
menu-overview = Overblik
menu-chain = Kæden
menu-agreements = Aftaler
menu-follow-up = Opfølgning
menu-units = Enheder
menu-search = Søg
menu-setup = Opsætning
menu-organisation = Organisation
menu-people = Personer og roller
menu-model = Model og ord
menu-imports = Indlæsning
menu-audit = Hændelseslog

# Roller
role-council-member = Byrådsmedlem
role-committee-member = Udvalgsmedlem
role-committee-chair = Udvalgsformand
role-chief-executive = Kommunaldirektør
role-director = Direktør
role-department-head = Afdelingschef
role-institution-leader = Institutionsleder
role-board-member = Bestyrelsesmedlem
role-employee = Medarbejder
role-works-council-member = MED-medlem
role-consultant = Proceskonsulent
role-controller = Controller
role-administrator = Administrator
role-standing-in = { $name } som stedfortræder for { $other }

# De seks udfald: hvad der skete, hvorfor, og hvad du kan gøre
ending-done-title = Det er gjort
ending-not-found-title = Siden findes ikke
ending-not-found-text = Her er ikke noget at vise dig. Det kan være flyttet, eller adressen kan være skrevet forkert.
ending-not-found-do = Se adressen efter, søg efter det, du mangler, eller begynd forfra fra overblikket.
ending-denied-title = Det har du ikke adgang til
ending-denied-text = Du kan se det, men din rolle giver dig ikke ret til at gøre det her.
ending-denied-do = Har du brug for det, så spørg den, der er ansvarlig for enheden, eller jeres administrator.
ending-conflict-title = En anden har gemt imens
ending-conflict-text = Mens du skrev, blev det samme rettet af en anden. Intet er gået tabt: her er begge udgaver.
ending-conflict-do = Læs dem begge, og gem den tekst, der skal gælde.
ending-refused-title = Det kan ikke lade sig gøre endnu
ending-refused-text = Noget i det, du sendte, skal rettes først. Alt, hvad du skrev, står her stadig.
ending-refused-do = Ret det, der er nævnt herunder, og send igen.
ending-fault-title = Noget gik galt hos os
ending-fault-text = Det var ikke din fejl. Det, du var i gang med, er ikke gemt.
ending-fault-do = Prøv igen om lidt. Sker det igen, så giv jeres administrator henvisningen herunder.
ending-busy-title = Vent lidt
ending-busy-text = Der er kommet for mange forsøg på kort tid.
ending-busy-do = Vent et par minutter, og prøv igen.

# Siden med begge tekster
conflict-yours = Det, du skrev
conflict-theirs = Det, der står nu
conflict-save-yours = Gem min tekst
conflict-keep-theirs = Behold det, der står nu

# Fejl i felter
fault-text-empty = Feltet skal udfyldes.
fault-text-too-long = Teksten er for lang. Der er plads til { $most } tegn.
fault-choice-empty = Vælg en af mulighederne.
fault-date-empty = Skriv en dato.
fault-date-unreadable = Det kan ikke læses som en dato. Skriv den for eksempel sådan: { $example }.
fault-date-no-year = Skriv også årstallet, for eksempel { $example }.
fault-date-no-such-month = Der er kun tolv måneder. Skriv dagen før måneden, for eksempel { $example }.
fault-date-no-such-day = Den dag findes ikke. Månedens sidste dag er { $last }.
fault-date-year-out-of-reach = Årstallet skal ligge mellem 1900 og 2199.
fault-date-backwards = Slutdatoen ligger før startdatoen. Ret en af dem.
fault-figure-empty = Skriv et tal.
fault-figure-unreadable = Det kan ikke læses som et tal. Skriv det for eksempel sådan: 1.234,5.
fault-figure-too-fine = Tallet har for mange decimaler. Der er plads til { $most }.
fault-figure-too-large = Tallet er for stort.
fault-file-missing = Vælg en fil.

# Det, man ser ved et felt
hint-date = For eksempel { $example }
hint-kroner = I kroner, for eksempel 1.234,50

# Formater
format-weekday-date = { $weekday } den { $date }
format-date-time = { $date } kl. { $time }
format-week = uge { $week }
format-span = { $from }–{ $to }
format-span-in-month = { $from }.–{ $to }
format-span-open = fra { $from }
format-bytes = { $count } byte

# Rammens øvrige ord
frame-authority = Ansvarlig myndighed:
frame-line-up = Din plads i kæden
frame-draft-restored = Vi fandt det, du skrev sidst, og satte det ind igen.
frame-draft-discard = Kassér kladden
fault-prefix = Fejl:
fault-line = { $label }: { $fault }
fault-summary-title = Der er noget, der skal rettes
