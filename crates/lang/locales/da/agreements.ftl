### Aftaler: siderne, og hvem der må hvad.

## Hvem der må
denied-draft-agreement = Aftalen skrives af en af parternes ledere, en leder over dem, direktionen eller proceskonsulenten.
denied-give-hearing = Et høringssvar skrives ind af enhedens medarbejdere, dens bestyrelse, dens leder eller proceskonsulenten.
denied-negotiate-agreement = Parternes egne ledere forhandler: den, der skal svare, og den, der taler for den overordnede part.
denied-submit-agreement = Aftalen sendes frem af enhedens leder, en leder over den eller proceskonsulenten.
denied-approve-agreement = Aftalen godkendes af det organ, modellen nævner, og registreres af dets formand eller leder eller af proceskonsulenten.
denied-return-agreement = Aftalen sendes tilbage af den overordnede part, af den, der godkender, af en leder over enheden eller proceskonsulenten.
denied-sign-agreement = For en enhed underskriver dens leder, eller den, der er i lederens sted.
denied-report-agreement = Aftalen afrapporteres af enhedens leder, en leder over den eller proceskonsulenten.
denied-hand-over-agreement = Aftalen overdrages af en leder over enheden, direktionen, proceskonsulenten eller en administrator.

## Det kan ikke lade sig gøre
refused-agreement-decision-body = { $unit } godkender ikke { $thenoun } { $number }. Vælg det organ, som enhederne hører under.
refused-agreement-renewed-already = { $thenoun } { $number } er ført videre: { $other } gælder for { $years }. Arbejd videre i den.
refused-agreement-leader-approves = { $thenoun } { $number } godkendes af lederen selv. Registrerer du det for lederen, så skriv den beslutning, der er truffet.
refused-agreement-not-below = { $unit } hører ikke under { $principal }. Vælg en enhed, der gør.
refused-agreement-goal-in-talk = Der venter et modforslag om { $thenoun } { $number } »{ $title }«. Få det besvaret eller taget tilbage, før linjen fjernes.

## Listen
agreements-lead = Det, niveauerne har lovet hinanden, med hvad der mangler.
agreements-lead-year = Det, niveauerne har lovet hinanden for { $year }, med hvad der mangler.
agreements-new = Ny aftale
agreements-renew-many = Næste års aftaler
agreements-approve-many = Godkend flere ved én beslutning
agreements-year = År
agreements-every-year = Alle år
agreements-years = År
agreements-search = Nummer eller part
agreements-missing = Mangler
agreements-missing-any = Vis alle
agreements-missing-hearing = ikke alle er hørt
agreements-missing-theme = et tema er ikke besvaret
agreements-missing-goals = ingen mål endnu
agreements-missing-signature = en underskrift
agreements-missing-answer = svar på et forslag
agreements-missing-deadline = skulle være godkendt
agreements-missing-answers = { $count ->
        [one] svar på { $count } forslag
       *[other] svar på { $count } forslag
    }
agreements-missing-signatures = { $signed } af { $all } har underskrevet
agreements-missing-since = skulle være godkendt { $date }
agreements-is-amended = en ændring er på vej
agreements-none-found = Ingen aftaler passer
agreements-none-found-text = Vælg noget andet, eller ryd filtrene.
agreements-empty-title = Her er ingen aftaler endnu
agreements-kind-made = { $thenoun } indgås mellem { $principal } og { $agent } og godkendes på niveauet { $approves }.
agreements-kind-when = Den hører til »{ $step }«, { $from } – { $to }.
agreements-themes-title = Temaer i { $year }
agreements-theme-answered = { $kind }: { $answered } af { $all } har svaret
agreements-theme-has = Har svaret
agreements-theme-has-not = Har ikke svaret
agreements-theme-without = Har ingen aftale

## Ny aftale
agreements-new-lead = Hvad skal der aftales?
agreements-new-nothing = Her er ikke noget, du kan oprette. Spørg den, der leder enheden, eller jeres proceskonsulent.
agreements-new-kind = Ny { $noun }
agreements-new-principal = Hvem er den overordnede part?
agreements-pair = { $agent } (med { $principal })
agreements-between = Den, der svarer
agreements-first-year = Første år
agreements-how-long = Hvor længe
agreements-runs = { $count } år
agreements-draft-do = Opret som kladde
agreement-drafted = { $thenoun } { $number } er oprettet som kladde. Skriv videre, eller tag mål med.

## Godkend flere
agreements-approve-lead = Vælg det, beslutningen gælder. Alle godkendes, eller ingen.
agreements-approve-none = Intet venter på godkendelse
agreements-approve-none-text = Når noget indsendes eller foreslås, står det her, til der er taget stilling.
agreements-approve-nothing = Vælg mindst én at godkende.
agreements-approve-do = Registrér godkendelsen
agreements-approve-changed = Noget af det er ændret, siden du åbnede siden. Se listen efter, og send igen.
agreements-approved-many = Beslutningen er registreret: { $approved ->
        [one] { $approved } aftale
       *[other] { $approved } aftaler
    } godkendt, og { $adopted } mål vedtaget derudover.
agreements-choice = { $kind } { $number }, { $years } · { $signed } af { $all } har underskrevet
agreements-goals-too = Foreslåede { $nouns }, der vedtages samtidig

## Aftalen
agreement-title = { $noun } { $years }: { $agents }
agreement-parties = Parterne
agreement-approved-by = Godkendt af
agreement-edition = udgave { $count }
agreement-reason = Hvorfor det aftalte ændres
agreement-themes = Årets temaer
agreement-theme-unanswered = Ikke besvaret endnu.
agreement-theme-letter = Fra strategibrevet { $year }
agreement-no-goals = Der er ingen { $nouns } med endnu.
agreement-serves = Bidrager til
agreement-also-in = Aftales også med
agreement-also-more = { $count ->
        [one] og { $count } mere
       *[other] og { $count } flere
    }
agreement-counters-open = { $count ->
        [one] Et forslag venter på svar
       *[other] { $count } forslag venter på svar
    }
agreement-follow-up = Opfølgning og afrapportering
agreement-rules = Spilleregler
agreement-heard = Høring
agreement-not-heard = Der er ikke skrevet noget fra { $group } endnu.
agreement-report = Afrapportering ved periodens slutning
agreement-signatures = Underskrifter
agreement-signatures-none = Ingen har underskrevet.
agreement-unsigned = Mangler at underskrive
agreement-seal = Segl
agreement-seal-signed = Det, der blev underskrevet
agreement-seal-computed = Det, der står nu
agreement-verify = Kontrollér
agreement-in-the-way = Mangler, før der kan sendes frem
agreement-refused-title = { $thenoun } kan ikke sendes videre endnu
agreement-changed-meanwhile = { $thenoun } er ændret, siden du åbnede siden. Se, hvad der står nu, og send igen.
agreement-is-amended = En ændring er ved at blive skrevet. Udgave { $count } gælder, til den er godkendt
agreement-see-in-force = Se den udgave, der gælder
agreement-notice-closed = Afsluttet
agreement-notice-report-returned = Afrapporteringen er sendt tilbage
agreement-elsewhere = Vedtages et andet sted
agreement-adopted-elsewhere = { $number } »{ $title }« vedtages på niveauet { $level }
agreement-adopted-with-it = Vedtages samtidig
agreement-around = Omkring aftalen
agreement-line-of-sight = Sigtelinjen for { $unit }
agreement-before = Før:
agreement-after = Efter:
agreement-editions = Udgaver
agreement-pending = Se, hvad ændringen ændrer
agreement-see-difference = Se forskellen
agreement-see-now = Se aftalen, som den står nu
agreement-edition-title = Udgave { $edition } af { $thenoun } { $number }
agreement-edition-in-force = Det er den udgave, der gælder.
agreement-edition-former = Det er en tidligere udgave.
agreement-share = { $word } { $count } ({ $percent } %)
agreement-goals-meant = { $count } (modellen lægger op til { $least }–{ $most })

## Næste skridt
agreement-do-edit = Skriv videre
agreement-do-hear = Send i høring
agreement-do-give-input = Skriv høringssvar
agreement-do-open-dialogue = Læg frem til dialog
agreement-do-answer = Svar på forslag
agreement-do-counter = Foreslå noget andet
agreement-do-submit = Send frem til godkendelse
agreement-do-sign = Underskriv
agreement-do-return = Send tilbage
agreement-do-approve = Godkend
agreement-do-amend = Begynd en ændring
agreement-do-drop-amendment = Opgiv ændringen
agreement-do-report = Afrapportér
agreement-do-return-report = Send afrapporteringen tilbage
agreement-do-close = Afslut
agreement-do-withdraw = Træk tilbage
agreement-do-renew = Lav næste års aftale

agreement-put-to-hearing = { $thenoun } { $number } er sendt i høring.
agreement-put-to-dialogue = { $thenoun } { $number } er lagt frem til dialog.
agreement-submitted = { $thenoun } { $number } er sendt frem. Teksten er låst, så den kan underskrives.
agreement-saved = { $thenoun } { $number } er gemt.

## Små formularer
agreement-return-title = Send { $thenoun } tilbage
agreement-return-lead = Parterne kan rette og sende frem igen. Din bemærkning følger med.
agreement-return-note-hint = Hvad skal der til, før der kan godkendes?
agreement-return-voids = Underskrifterne fra { $units } gælder ikke længere, når teksten sendes tilbage.
agreement-return-done = { $thenoun } { $number } er sendt tilbage.
agreement-withdraw-title = Træk { $thenoun } tilbage
agreement-withdraw-lead = Kladden opgives. Mål, som var foreslået med den, går tilbage til dem, der skrev dem.
agreement-withdraw-done = { $thenoun } { $number } er trukket tilbage.
agreement-amend-title = Begynd en ændring af { $thenoun }
agreement-amend-lead = Den udgave, der gælder, bliver ved med at gælde, til den næste er godkendt.
agreement-amend-reason-hint = For eksempel et vedtaget budget, en ny lov eller en ny politik.
agreement-amend-done = En ændring af { $thenoun } { $number } er begyndt.
agreement-drop-title = Opgiv ændringen af { $thenoun }
agreement-drop-lead = Det, der er skrevet på den nye udgave, går tabt. Den udgave, der gælder, står uændret med sine underskrifter.
agreement-drop-done = Ændringen af { $thenoun } { $number } er opgivet.
agreement-report-title = Afrapportér { $thenoun }
agreement-report-lead = Hvordan gik det med det aftalte? Mål for mål står i opfølgningen; her er det samlede billede.
agreement-reported-so = Sådan er det aftalt
agreement-report-done = { $thenoun } { $number } er afrapporteret.
agreement-return-report-title = Send afrapporteringen tilbage
agreement-return-report-lead = Den, der skrev, kan skrive igen. Din bemærkning følger med.
agreement-return-report-done = Afrapporteringen af { $thenoun } { $number } er sendt tilbage.
agreement-close-title = Afslut { $thenoun }
agreement-close-lead = Derefter kan ingen ændre noget. Alle, der kunne læse, kan stadig læse.
agreement-close-done = { $thenoun } { $number } er afsluttet.
agreement-approve-title = Godkend { $thenoun }
agreement-approve-lead = Den tekst, der er sendt frem, bliver den udgave, der gælder.
agreement-approve-done = { $thenoun } { $number } er godkendt og gælder.

## At skrive
agreement-edit-title = Skriv { $thenoun }
agreement-order = Plads
agreement-note-hint = Hvad er aftalt om målet netop her?
agreement-lines-none = Ingen er taget med endnu. Vælg herunder.
agreement-take-out = Tag ud
agreement-add = Tag mål og handlinger med
agreement-add-do = Tag de valgte med, og gem
agreement-offered = Det, der kan tages med
agreement-offered-none = Der er ikke noget at vælge. Søg på et andet ord, eller opret målet i kæden først.
agreement-offered-more = { $count ->
        [one] Og { $count } mere. Søg på et ord.
       *[other] Og { $count } flere. Søg på et ord.
    }
agreement-offered-agent = jeres eget
agreement-offered-put-before = lagt frem for jer
agreement-offered-principal = den overordnede parts
agreement-money = Økonomi
agreement-frame-source-hint = For eksempel Budget 2019, bevilling 41 Skoler.
agreement-else-as-model = Står feltet tomt, gælder modellen: { $text }

## Høring
agreement-hearing-title = Høringssvar til { $thenoun }
agreement-hearing-lead = Skriv, hvad der blev sagt, før der bliver aftalt noget. Svaret følger med i aftalen.
agreement-hearing-group = Hvem er hørt
agreement-hearing-from = Hvem svarede for dem
agreement-hearing-from-hint = For eksempel formanden for bestyrelsen.
agreement-hearing-text = Det, de sagde
agreement-hearing-do = Gem høringssvaret
agreement-hearing-done = Høringssvaret til { $thenoun } { $number } er gemt.

## Forhandling
agreement-talks = Forhandling om målene
agreement-counter-title = Foreslå noget andet
agreement-counter-lead = Den anden part svarer ja, ja med en ændring eller nej. Tråden bliver stående.
agreement-counter-about = Hvad handler det om
agreement-counter-text = Målets tekst
agreement-counter-due = Fristen
agreement-counter-target-value = Tallet
agreement-counter-stands = Nu står der: { $value }
agreement-counter-now = Nu står der
agreement-counter-proposed = Foreslået i stedet
agreement-counter-from = Fra
agreement-counter-do = Send forslaget
agreement-counter-by = { $who } for { $side }, { $date }
agreement-counter-answered = Besvaret af { $who }, { $date }
agreement-counter-agreed = I blev enige om:
agreement-counter-answer = Svar
agreement-counter-take-back = Tag forslaget tilbage
agreement-countered = Forslaget er sendt til den anden part i { $number }.
agreement-counter-taken-back = Forslaget i { $number } er taget tilbage.
agreement-reply-title = Svar på forslaget
agreement-reply-legend = Jeres svar
agreement-reply-accept = Ja
agreement-reply-change = Ja, med en ændring
agreement-reply-decline = Nej
agreement-reply-value = { $field }, hvis svaret er ja med en ændring
agreement-reply-answer = Begrundelse
agreement-reply-answer-hint = Skal skrives, hvis svaret er nej.
agreement-reply-do = Send svaret
agreement-replied = Svaret er sendt i { $number }.

## Underskrift og segl
agreement-sign-title = Underskriv { $thenoun }
agreement-sign-lead = Det er den tekst, du underskriver, ord for ord. Ændres den, gælder underskriften ikke.
agreement-sign-for = Du underskriver for
agreement-sign-changed = Teksten er ændret, siden du læste den. Læs den igen, før du underskriver.
agreement-signed = { $thenoun } { $number } er underskrevet.
agreement-verify-title = Kontrol af { $thenoun }
agreement-verify-holds = Seglet passer
agreement-verify-holds-text = Den tekst, der er gemt, er til sidste tegn den, der blev underskrevet.
agreement-verify-broken = Seglet passer ikke
agreement-verify-broken-text = Den tekst, der er gemt, er ikke den, der blev underskrevet. Sig det til jeres administrator.
agreement-verify-nothing = Der er ingen låst tekst endnu
agreement-verify-nothing-text = Teksten får sit segl, når den sendes frem til godkendelse.

## Forskelle
agreement-difference-title = Forskelle i { $thenoun }
agreement-difference-lead = Fra { $before } til { $after }. Det gamle er streget over, det nye er streget under.
agreement-difference-now = den tekst, der skrives på nu
agreement-difference-none = Der er ingen forskel.
agreement-frame-of = Rammen om aftalen

## Næste år
agreement-renew-title = Lav aftalen for { $years }
agreement-renew-lead = Vælg for hvert mål, om det føres videre, skrives om eller udgår. Temaer og afsnit begynder forfra.
agreement-renew-choice = Hvad sker der
agreement-runs-out = Dens egen tid er ude med perioden.
agreement-renew-do = Opret kladde for { $years }
agreement-renewed = { $thenoun } { $number } er oprettet som kladde for den næste periode.
agreement-renewed-already = Den er allerede ført videre:
agreements-renew-lead = Aftaler, der slutter i { $year }, og som ikke er ført videre. Hver bliver til en kladde; se gerne de enkelte mål efter først.
agreements-renew-none = Der er ingen aftaler fra { $year }, som du kan føre videre.
agreements-renew-one = Se mål for mål
agreements-renew-do = { $count ->
        [one] Opret { $count } kladde
       *[other] Opret { $count } kladder
    }
agreements-renewed = { $count ->
        [0] Ingen kladder er oprettet.
        [one] { $count } kladde er oprettet.
       *[other] { $count } kladder er oprettet.
    }
agreements-left-out = Disse blev ikke ført videre

## Sigtelinjen
agreements-sight = Sigtelinje
agreements-sight-title = Sigtelinjen for { $unit }
agreements-sight-lead = Det, vi er en del af, og det, der ventes af os.
agreements-sight-above = Det, vi er en del af
agreements-sight-served = { $count ->
        [one] { $count } af vores mål bidrager
       *[other] { $count } af vores mål bidrager
    }
agreements-sight-expected = Det, der ventes af os
agreements-sight-put-before = Lagt frem for os
agreements-sight-unanswered = Ikke besvaret
agreements-sight-empty = Her er ikke noget at se endnu
agreements-sight-empty-text = Når enheden har en aftale, eller noget er lagt frem for den, står det her med vejen op til byrådets mål.
