# Dialogmødernes sider, og hvem der må hvad.

## Hvem der må

denied-keep-meeting = Dialogmøder planlægges af udvalgets formand, lederen lige under udvalget, direktionen eller proceskonsulenten.
denied-choose-meeting-form = Udvalgets formand registrerer, hvilken form udvalget valgte; det gør proceskonsulenten også.
denied-prepare-meeting = Forberedelsen skrives af enhedens leder, en leder over den eller proceskonsulenten.
denied-give-meeting-input = Input skrives ned af enhedens leder, dens medarbejdere eller dens bestyrelse.
denied-scribe-meeting = Referenten er udvalgets formand, lederen lige under udvalget, direktionen eller proceskonsulenten.
denied-comment-minutes = Referatet kommenteres af dem, der var med på mødet.
denied-approve-minutes = Udvalgets formand registrerer, at udvalget har godkendt referatet; det gør proceskonsulenten også.
denied-keep-briefing = Briefingen skrives af udvalgets formand, lederen lige under udvalget, controlleren, direktionen eller proceskonsulenten.

## Rummets forside

menu-meetings = Møder
meetings-rooms = Slags møder og papirer
meetings-room-dialogue = Dialogmøder
meetings-room-briefing = Briefing
meetings-lead = Her mødes udvalget med dem, der gør arbejdet. Det, der bliver sagt, bliver til pejlemærker, og alle kan se, hvor de kom fra.
meetings-new = Planlæg et møde
meetings-empty = Ingen dialogmøder endnu
meetings-empty-text = Forvaltningen planlægger et møde og foreslår formen. Udvalget vælger formen, enhederne forbereder sig, og på mødet formulerer I pejlemærker sammen.
meetings-now = I gang nu
meetings-now-none = Ingen møder er i gang.
meetings-ahead = Kommende møder
meetings-ahead-none = Ingen møder er planlagt.
meetings-after = Referat på vej
meetings-after-none = Ingen referater venter.
meetings-held = Afsluttede møder
meetings-held-none = Her står møderne, når deres referat er godkendt.
meetings-no-day = Dag ikke fastsat
meetings-when = { $date } kl. { $time }
meetings-units = { $count ->
    [one] { $count } enhed inviteres
   *[other] { $count } enheder inviteres
}
meetings-ready = { $units ->
    [one] { $ready } af { $units } enhed er klar
   *[other] { $ready } af { $units } enheder er klar
}
meetings-drafts = { $drafts ->
    [0] Ingen pejlemærker formuleret
    [one] { $drafts } pejlemærke formuleret, { $proposed } foreslået
   *[other] { $drafts } pejlemærker formuleret, { $proposed } foreslået
}
meetings-form-waits = Udvalget har ikke valgt form endnu
meetings-seat-now = { $unit } (nu { $now })
meetings-speaker-of = { $speaker } fra { $unit }

## Ordene

meeting-form-alike = model 1: alle af samme type
meeting-form-mixed = model 2: forskellige typer sammen
meeting-form-single = model 3: én enhed alene
meeting-form-hint-alike = En konference, hvor alle institutioner af samme type er med.
meeting-form-hint-mixed = En konference på tværs, samlet om et område eller et tema.
meeting-form-hint-single = Et møde med en enkelt institution eller afdeling.
meeting-state-planned = planlagt
meeting-state-invited = inviteret
meeting-state-running = i gang
meeting-state-minutes-draft = referat skrives
meeting-state-for-comments = til kommentarer
meeting-state-amended = indarbejdes
meeting-state-approved = godkendt
meeting-state-cancelled = aflyst
meeting-verb-edit = rettes
meeting-verb-choose-form = få valgt form
meeting-verb-invite = sendes ud
meeting-verb-prepare = forberedes
meeting-verb-start = åbnes
meeting-verb-scribe = refereres
meeting-verb-end = afsluttes
meeting-verb-resume = genoptages
meeting-verb-write-minutes = få skrevet referat
meeting-verb-circulate = sendes til kommentarer
meeting-verb-comment = kommenteres
meeting-verb-amend = få indarbejdet kommentarer
meeting-verb-approve = få godkendt referat
meeting-verb-propose = give pejlemærker videre
meeting-verb-cancel = aflyses
speaker-politician = politiker
speaker-unit = leder
speaker-employee = medarbejder
speaker-board = bestyrelse
speaker-administration = forvaltning
input-from-employees = medarbejderne
input-from-board = bestyrelsen
topic-status = Status
topic-conditions = Vilkår
topic-challenges = Udfordringer
topic-needs = Udviklingsbehov
topic-employees = Medarbejderne
topic-board = Bestyrelsen
topic-hint-status = Hvordan går det, også med sidste års mål?
topic-hint-conditions = Hvad arbejder I under, som udvalget skal kende?
topic-hint-challenges = Hvad er svært lige nu?
topic-hint-needs = Hvad vil I gerne udvikle de kommende år?

## Planlægning

meetings-plan-lead = Skriv, hvem der mødes om hvad. Formen er forvaltningens forslag; udvalget vælger den bagefter.
meetings-plan-do = Planlæg mødet
meetings-edit = Ret mødet
meetings-title-hint = For eksempel Dialogmøde med alle skoler
meetings-hosts = Udvalg
meetings-committee = Udvalg
meetings-hosts-hint = Vælg flere, hvis udvalgene holder mødet sammen. Det øverste er vært.
meetings-year = År
meetings-year-fault = Skriv et årstal, for eksempel 2020.
meetings-step = Trin i årshjulet
meetings-form-proposed = Forslag til form
meetings-grounds = Begrundelse for formen
meetings-grounds-hint = Det udvalget skal vide for at vælge: facilitering, fælles møder, erfaringer fra sidst.
meetings-kind = Type af enhed
meetings-kind-hint = Ved model 1. Vælger du ingen enheder herunder, inviteres alle af typen.
meetings-area = Område
meetings-area-hint = Ved model 2, for eksempel den nordlige del af kommunen.
meetings-theme = Tema
meetings-units-invited = Enheder, der inviteres
meetings-units-hint = Institutioner og afdelinger, som har opgaver for borgere eller virksomheder.
meetings-facilitation = Facilitering
meetings-facilitation-hint = Hvem leder samtalen, og hvordan?
meetings-day = Dag
meetings-begins = Begynder kl.
meetings-begins-hint = For eksempel 15.30
meetings-begins-fault = Skriv et klokkeslæt, for eksempel 15.30.
meetings-place = Sted
meetings-agenda = Dagsorden
meetings-agenda-hint = Ét punkt i hver række. Tomme rækker tæller ikke med; har du brug for flere, så gem og ret igen.
meetings-agenda-title = Punkt
meetings-agenda-minutes = Minutter
meetings-agenda-lead = Det skal I tale om
meetings-agenda-fault = Række { $row }: skriv en titel på højst 200 tegn og minutterne som et tal.
meetings-agenda-none = Dagsordenen er ikke skrevet endnu.
meetings-agenda-last-year = Opfølgning på sidste års mål
meetings-agenda-units = Enhederne fortæller: status, vilkår og udfordringer
meetings-agenda-wishes = Udvalgets ønsker
meetings-agenda-guideposts = Vi formulerer pejlemærker
meetings-agenda-closing = Hvad sker der nu?
meetings-agenda-lead-last-year = Hvad nåede vi, hvilken effekt fik det, og hvad har vi lært?
meetings-agenda-lead-units = Hver enhed fortæller kort det vigtigste fra sin forberedelse.
meetings-agenda-lead-wishes = Hvad ønsker politikerne af udvikling, resultater og praksis?
meetings-agenda-lead-guideposts = Skriv få pejlemærker, som alle i rummet kan genkende.
meetings-agenda-lead-closing = Referat, kommentarer, og hvornår udvalget tager stilling.
meetings-conflict = En anden har gemt imens. Læs begge udgaver, og gem den, der skal gælde.
meetings-planned-done = { $meeting } er planlagt. Udvalget kan nu vælge formen.
meetings-saved-done = { $meeting } er gemt.

## Mødets side

meetings-about = Om mødet
meetings-form-title = Mødets form
meetings-chosen-on = Valgt af udvalget { $date }
meetings-units-title = Enhederne
meetings-units-none = Ingen enheder er inviteret endnu.
meetings-minutes-long = { $count ->
    [one] { $count } minut
   *[other] { $count } minutter
}
meetings-ends = Slutter kl. { $time }
meetings-unit-ready = Klar
meetings-unit-writing = Skriver
meetings-unit-nothing = Ikke begyndt
meetings-absent = Deltog ikke
meetings-to-briefing = Udvalgets briefing
meetings-more = Andet du kan gøre
meetings-to-meeting = Til mødet
meetings-was-cancelled = Mødet er aflyst
meetings-do-form = Registrér udvalgets valg af form
meetings-do-form-again = Ret udvalgets valg af form
meetings-do-invite = Invitér enhederne
meetings-do-start = Åbn mødet
meetings-do-scribe = Referér mødet
meetings-do-board = Vis på tavlen
meetings-do-end = Afslut mødet
meetings-do-resume = Genoptag mødet
meetings-do-minutes = Skriv referat
meetings-do-comment = Læs og kommentér referatet
meetings-do-read-minutes = Læs referatet
meetings-do-prepare = Forbered
meetings-do-propose = Foreslå udvalget
meetings-waits-form = Venter på, at udvalget vælger mødets form.
meetings-waits-invite = Venter på, at enhederne bliver inviteret.
meetings-waits-day = Enhederne forbereder sig.
meetings-waits-minutes = Referatet skrives.
meetings-waits-comments = Referatet er hos dem, der var med.
meetings-waits-approval = Venter på, at udvalget godkender referatet.
meetings-form-lead = Udvalget vælger formen på forvaltningens forslag. Formen kan være forskellig fra område til område og fra år til år.
meetings-form-choice = Udvalget valgte
meetings-form-note = Udvalgets bemærkninger
meetings-form-note-hint = For eksempel ønsker til facilitering eller et fælles møde med et andet udvalg.
meetings-form-do = Registrér valget
meetings-form-done = Udvalgets valg for { $meeting } er registreret.
meetings-invited-done = Enhederne er inviteret til { $meeting }. Nu kan de forberede sig.
meetings-started-done = { $meeting } er i gang. Skriv, hvad der bliver sagt.
meetings-ended-done = { $meeting } er slut. Nu skrives referatet.
meetings-resumed-done = { $meeting } er genoptaget.
meetings-cancel = Aflys mødet
meetings-cancel-lead = Mødet bliver stående, så alle kan se, hvorfor det blev aflyst.
meetings-cancel-why = Hvorfor aflyses det?
meetings-cancel-do = Aflys mødet
meetings-cancelled-done = { $meeting } er aflyst.

## Forberedelse

meetings-preparation-of = Forberedelse: { $unit }
meetings-preparation-lead = Det, enheden vil have udvalget til at vide inden mødet.
meetings-preparation-ready = Klar til at blive læst af udvalget
meetings-preparation-ready-hint = Indtil da ses den kun af enheden selv og af dem, der holder mødet.
meetings-preparation-closed = Forberedelsen er lukket. Der forberedes, fra enhederne er inviteret, til mødet åbner.
meetings-preparation-done = Forberedelsen for { $unit } er gemt.
meetings-preparation-ready-done = Forberedelsen for { $unit } er klar og kan læses af udvalget.
meetings-brings = Enheden fortæller
meetings-brings-none = Der er ikke noget at læse endnu. Enheden siger selv til, når den er klar.
meetings-inputs = Fra medarbejdere og bestyrelse
meetings-inputs-none = Ingen har skrevet noget endnu. Lederen taler med medarbejdere og bestyrelse inden mødet og skriver det vigtigste her.
meetings-input-add = Tilføj input
meetings-input-from = Hvem siger det?
meetings-input-text = Hvad vil de have sagt?
meetings-input-do = Tilføj
meetings-input-done = Det er skrevet ned og er med på mødet.

## Tavlen

meetings-board = Tavle
meetings-board-place = Punkt { $place } af { $of }
meetings-board-empty = Ingen dagsorden
meetings-board-more = { $count ->
    [one] { $count } indlæg før disse
   *[other] { $count } indlæg før disse
}
meetings-board-nav = Skift punkt
meetings-board-leave = Luk tavlen
meetings-said-title = Det blev sagt
meetings-said-none = Her kommer det, der bliver sagt.

## Referenten

meetings-scribe = Referent
meetings-scribe-note = Skriv, hvad der bliver sagt
meetings-speaker = Hvem siger det?
meetings-speaker-unit = For hvem?
meetings-no-unit = Ingen bestemt
meetings-said = Hvad bliver der sagt?
meetings-note-do = Skriv det ned
meetings-said-none-yet = Intet er skrevet ned endnu. Skriv den første linje ovenfor.
meetings-lines = { $count ->
    [one] { $count } linje
   *[other] { $count } linjer
}
meetings-strike = Slet linjen
meetings-drafts-title = Pejlemærker
meetings-drafts-how = Sæt kryds ved det, et pejlemærke kommer fra, og skriv det herunder.
meetings-drafts-yet = Pejlemærkerne kommer her, når de bliver formuleret.
meetings-drafts-none = Der blev ikke formuleret pejlemærker på mødet.
meetings-draft-new = Formulér et pejlemærke
meetings-draft-tick = Sæt kryds ved de linjer, det kommer fra.
meetings-draft-title = Pejlemærket
meetings-draft-text = Hvad vi mener med det
meetings-draft-from-label = Det kommer fra
meetings-draft-from = Bygger på: { $who }
meetings-draft-lines = { $count ->
    [one] Fra { $count } linje
   *[other] Fra { $count } linjer
}
meetings-draft-do = Gem pejlemærket
meetings-wording = Ordlyd { $wording }
meetings-reword = Omformulér
meetings-reword-lead = Den ordlyd, der står nu, bliver gemt, så I kan se, hvordan pejlemærket blev til.
meetings-reword-do = Gem den nye ordlyd
meetings-strike-draft = Opgiv pejlemærket
meetings-struck-done = Linjen er slettet.
meetings-mended-done = Linjen er rettet.
meetings-worded-done = »{ $title }« er skrevet ned.
meetings-reworded-done = »{ $title }« har fået en ny ordlyd.
meetings-draft-struck-done = Pejlemærket er opgivet.
meetings-there = { $came } af { $of } enheder er mødt
meetings-there-legend = Enheder, der er mødt
meetings-attended-done = Fremmødet er gemt.
meetings-unsent = Ikke sendt endnu. Linjerne ligger trygt i browseren og sendes, når nettet er tilbage.
meetings-waiting = Sender …
meetings-unsent-login = Du er blevet logget ud. Log ind igen i en anden fane; linjerne ligger trygt her.
meetings-unsent-drop = Fjern linjen

## Referat

meetings-minutes = Referat
meetings-minutes-lead-draft = Kladde. Skriv det, der skal stå ud over det noterede, og send det til dem, der var med.
meetings-minutes-lead-comments = Til kommentarer hos dem, der var med på mødet.
meetings-minutes-lead-amended = Kommentarerne indarbejdes. Bagefter godkender udvalget referatet.
meetings-minutes-lead-approved = Godkendt af udvalget.
meetings-minutes-lead-none = Referatet skrives, når mødet er holdt.
meetings-held-on = Holdt
meetings-there-word = Til stede
meetings-absent-word = Deltog ikke
meetings-minutes-text = Referatets tekst
meetings-minutes-hint = Det noterede kommer med af sig selv, punkt for punkt.
meetings-other-lines = Andet, der blev sagt
meetings-comments = Kommentarer
meetings-comments-none = Ingen har kommenteret.
meetings-comment = Din kommentar
meetings-comment-do = Send kommentaren
meetings-do-circulate = Send til kommentarer
meetings-do-amend = Luk for kommentarer
meetings-do-approve = Registrér udvalgets godkendelse
meetings-minutes-done = Referatet er gemt.
meetings-circulated-done = Referatet er sendt til dem, der var med.
meetings-commented-done = Din kommentar er sendt.
meetings-amended-done = Der tages ikke flere kommentarer. Ret referatet til, og lad udvalget godkende det.
meetings-approved-done = Referatet af { $meeting } er godkendt.

## Pejlemærker til udvalget

meetings-propose = Foreslå pejlemærket
meetings-propose-lead = Pejlemærket kommer ind i kæden som forslag til udvalget. Vejen tilbage til det, der blev sagt, følger med.
meetings-propose-owner = Hvilket udvalg skal vedtage det?
meetings-propose-under = Det står under
meetings-propose-into = Nyt eller en del af et, I har?
meetings-propose-into-hint = Siger det samme som et pejlemærke, udvalget allerede har, bliver det til ét.
meetings-propose-new = Et nyt pejlemærke
meetings-propose-do = Foreslå udvalget
meetings-proposed-done = { $number } { $title } ligger nu hos udvalget.

## Hvor et element kommer fra

chain-origin = Her kommer det fra
chain-origin-through = Gennem
chain-origin-from = Det blev formuleret ud fra:
chain-origin-before = Tidligere ordlyd

## Briefing

briefing-lead = Udvalgets papir før dialogmøderne: hvordan det går med målene, hvad der har ændret sig, og hvad enhederne siger.
briefing-title = Briefing { $year }: { $committee }
briefing-none = Ingen briefing endnu
briefing-none-text = Forvaltningen samler en briefing til udvalget, før dialogmøderne begynder. Den kan læses her, når den er sendt.
briefing-none-yours = Begynd en briefing. Målene, ændringerne og det, enhederne siger, bliver sat ind af sig selv.
briefing-to-committee = Til udvalget
briefing-begin = Begynd en briefing
briefing-begin-lead = Den samles af det, vi ved nu. Bagefter skriver du til og vælger fra.
briefing-begin-do = Begynd briefingen
briefing-writing = Skrives
briefing-writing-lead = Skrives endnu. Udvalget ser den, når den er sendt.
briefing-sent-on = Sendt { $date }
briefing-send = Send til udvalget
briefing-edit = Skriv og vælg fra
briefing-edit-lead = Skriv det, udvalget skal lægge mærke til. Fjern krydset ved det, der ikke skal med; kilderne følger resten.
briefing-draw = Hent tallene igen
briefing-toc = Afsnit
briefing-drawn = Tallene er hentet { $at }.
briefing-seal = Segl:
briefing-seal-holds = Papiret er uændret, siden det blev sendt.
briefing-seal-broken = Papiret passer ikke til seglet. Sig det til jeres administrator.
briefing-source = Kilde:
briefing-source-preparation = enhedens forberedelse
briefing-source-meeting = mødet
briefing-lines = Linjer, der kommer med
briefing-more = { $count ->
    [one] Og { $count } mere i opfølgningen.
   *[other] Og { $count } mere i opfølgningen.
}
briefing-figure-wanted = { $value }, skal være { $wanted }
briefing-figure-began = { $said }, begyndte på { $began }
briefing-figure-from = { $said }. { $from }
briefing-unit-opened = Ny fra { $date }.
briefing-unit-closed = Lukket { $date }.
briefing-unit-closed-into = Lukket { $date }; { $unit } fører arbejdet videre.
briefing-section-opening = Til drøftelse
briefing-section-goals = Sidste års mål
briefing-section-guideposts = Pejlemærkerne i dag
briefing-section-figures = Tal og tilfredshed
briefing-section-changes = Det har ændret sig
briefing-section-voices = Enhederne siger
briefing-section-meetings = Årets dialogmøder
briefing-empty-opening = Her skriver du selv.
briefing-empty-goals = Ingen mål er ude af kurs i den sidste afsluttede opfølgning.
briefing-empty-guideposts = Udvalget har ingen pejlemærker i den sidste afsluttede opfølgning.
briefing-empty-figures = Der er ikke indberettet tal i den sidste afsluttede opfølgning.
briefing-empty-changes = Intet har ændret sig det seneste år.
briefing-empty-voices = Ingen enheder har sagt, at deres forberedelse er klar. Hent tallene igen, når de har.
briefing-empty-meetings = Årets dialogmøder er ikke planlagt endnu.
briefing-hint-opening = Hvad skal udvalget tale om og beslutte? Nævn også mødernes form.
briefing-hint-goals = Hvad skal udvalget lægge mærke til ved målene?
briefing-hint-guideposts = Er pejlemærkerne stadig de rigtige?
briefing-hint-figures = Hvad fortæller tallene, og hvad fortæller de ikke?
briefing-hint-changes = Ny lovgivning, nye politikker, nye opgaver.
briefing-hint-voices = Hvad går igen på tværs af enhederne?
briefing-hint-meetings = Forslag til form og facilitering.
briefing-begun-done = Briefing { $year } til { $committee } er begyndt.
briefing-drawn-done = Tallene i briefing { $year } til { $committee } er hentet igen.
briefing-saved-done = Briefing { $year } til { $committee } er gemt.
briefing-sent-done = Briefing { $year } er sendt til { $committee } og ligger nu fast.

## Opgaver og det næste møde på overblikket
overview-meetings-prepare = { $count ->
        [one] Et dialogmøde skal forberedes
       *[other] { $count } dialogmøder skal forberedes
    }
overview-meetings-choose = { $count ->
        [one] Et dialogmøde mangler en form
       *[other] { $count } dialogmøder mangler en form
    }
overview-meetings-approve = { $count ->
        [one] Et referat skal godkendes
       *[other] { $count } referater skal godkendes
    }
overview-meeting-prepare = Forbered »{ $meeting }«
overview-meeting-choose = Vælg form for »{ $meeting }«
overview-meeting-approve = Godkend referatet af »{ $meeting }«
overview-next-meetings = Næste møder
meetings-host-own = Vælg også det udvalg, du selv holder møder for. Det kan holde mødet sammen med andre.
