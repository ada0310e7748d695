# Sager og beslutninger: siderne, papirerne, og hvem der må hvad.

menu-cases = Sager

## Hvem der må

denied-keep-case = En sag skrives af lederen af den enhed, der forbereder den, en leder over den, organets formand, controlleren, direktionen eller proceskonsulenten.
denied-decide-case = En beslutning registreres af organets formand eller af proceskonsulenten.

## Rummets forside

cases-lead = Det, der er på dagsordenen, det, der skrives på, og det, der er besluttet.
cases-new = Ny sag
cases-headings = Overskrifter i sagerne
cases-search = Titel eller nummer
cases-case = Sag
cases-closed = Lukket
cases-correction = Retter en tidligere beslutning
cases-when = { $date }, punkt { $item }
cases-group-ready = På dagsordenen
cases-group-draft = Kladder
cases-group-decided = Besluttet
cases-group-withdrawn = Trukket tilbage
cases-decided = { $outcome }, { $date }
cases-agenda-by = Dagsorden senest { $date }
cases-no-meeting = Mødedatoen mangler
cases-adopts = { $count ->
        [one] Skal vedtage { $count } forslag eller aftale
       *[other] Skal vedtage { $count } forslag og aftaler
    }
cases-waiting = Venter på en sag
cases-waiting-lead = Det her er lagt frem for organet og står ikke i en sag endnu.
cases-waits = { $count ->
        [one] { $count } forslag eller aftale venter
       *[other] { $count } forslag og aftaler venter
    }
cases-waits-do = { $count ->
        [one] Rejs sag om det, der venter
       *[other] Rejs sag om de { $count }, der venter
    }
cases-take-up = Rejs sag
cases-choose-body = Hvilket organ skal behandle sagen? Er der lagt noget frem for det, kan sagen begynde med det.
cases-empty = Der er ingen sager endnu
cases-empty-text = Når et udvalg eller byrådet skal behandle en sag, står den her, fra den er på dagsordenen.
cases-empty-yours = Her skrives sager til udvalg og byråd: indstilling, sagsfremstilling og det, der skal vedtages. Begynd med den første.
cases-none-found = Ingen sager passer
cases-none-found-text = Vælg et andet organ eller en anden status, eller ryd filteret.

## Overskrifterne

cases-headings-lead = Sådan er sagerne delt op for organet, i den rækkefølge de står her. Sager, der allerede er skrevet, beholder deres. Lad et felt stå tomt for at fjerne overskriften.
cases-heading-word = Overskrift { $number }
cases-heading-part = Overskrift { $number } handler om
cases-headings-kept = Overskrifterne for { $body } er gemt.

## Sagen

case-body = Organ
case-meeting = Mødedato
case-item = Punkt på dagsordenen
case-kind = Slags
case-own-number = Sagsnummer
case-own-number-hint = Nummeret i kommunens eget sagssystem, hvis sagen har et.
case-unit = Udarbejdet af
case-agenda-by = Dagsorden senest
case-material-by = Materiale senest
case-corrects = Retter
case-corrected-by = Rettes af
case-corrections = Rettelser
case-facts = Om sagen
case-papers = Til dagsordenssystemet
case-word = Hent som Word-dokument
case-print = Vis til udskrift
case-print-hint = Udskriv siden fra din browser. Kun sagen kommer med på papiret.
case-decision = Beslutning
case-decided-line = { $body }, { $date }: { $outcome }
case-recommendation = Indstilling
case-recommendation-lead = { $unit } indstiller,
case-at = at
case-point = at { $point }
case-adopts = Det, der vedtages
case-adopted = Det, der blev lagt frem til vedtagelse
case-adopts-unseen = { $count ->
        [one] Og { $count } mere, som du ikke kan se endnu.
       *[other] Og { $count } mere, som du ikke kan se endnu.
    }
case-disqualified = Inhabile
case-member = { $name }, { $title }
case-column-number = Nummer
case-column-kind = Slags
case-column-owner = Enhed
case-column-name = Navn
case-column-reason = Grund

case-is-closed = Lukket sag
case-is-closed-text = Sagen ses kun af organets medlemmer og dem, der arbejder for hele kommunen. Grund: { $reason }
case-you-are-disqualified = Du er inhabil i denne sag
case-you-are-disqualified-text = Du kan læse den, men du kan ikke skrive i den eller registrere noget om den.
case-late = Sagen er sent på den
case-late-agenda = Dagsordenen skulle være sendt senest { $date }, fire hverdage før mødet. Kan mødet ikke vente, så aftal det med formanden.
case-late-material = Materialet skulle være sendt senest { $date }, tre hverdage før mødet. Kan mødet ikke vente, så aftal det med formanden.
case-late-meeting = Mødet var { $date }. Ret mødedatoen, før sagen sættes på dagsordenen.
case-to-record = Mødet er holdt
case-to-record-text = Registrér, hvad der blev besluttet, så det, sagen handler om, træder i kraft.
case-is-corrected = Der er en nyere sag om det samme
case-is-withdrawn = Sagen er trukket tilbage
case-not-writable = Sagen er ikke en kladde. Tag den af dagsordenen, hvis der skal skrives i den.
case-changed-meanwhile = Sagen er ændret, siden du åbnede siden. Se den igennem, og prøv så igen.

## Det, der kan gøres

case-do-edit = Skriv i sagen
case-do-ready = Sæt på dagsordenen
case-do-take-back = Tag af dagsordenen
case-do-disqualify = Notér inhabilitet
case-do-decide = Registrér beslutning
case-do-withdraw = Træk sagen tilbage
case-do-correct = Ret beslutningen i en ny sag

## Den store formular

case-new-for = Ny sag til { $body }
case-new-lead = Skriv sagen som en kladde. Den er først på dagsordenen, når du siger til.
case-edit-lead = Sagen behandles af { $body }.
case-save-draft = Gem kladden
case-access = Åben eller lukket
case-access-open = Åben
case-access-closed = Lukket: ses kun af organets medlemmer og dem, der arbejder for hele kommunen
case-closed-because = Hvorfor sagen er lukket
case-closed-because-hint = Skriv grunden, hvis sagen er lukket: for eksempel en persons forhold, køb og salg af ejendom eller et udbud.
case-form-adopts = Det, organet skal vedtage
case-form-text = Sagens tekst
case-adopts-hint = Det, der er lagt frem for organet. Det træder i kraft, når beslutningen registreres.
case-adopts-none = Der er ikke lagt noget frem for organet, som sagen kunne vedtage. Et forslag kommer med her, når det er foreslået, og en aftale, når den er sendt til godkendelse.
case-choice = { $number } · { $owner }
case-put-together = Skriv tekst ud fra det valgte
case-recommendation-hint = Ét punkt på hver linje. »At« sættes foran af sig selv.
case-item-unreadable = Skriv punktets nummer, for eksempel 4.
case-attachments-hint = Titel og hvor bilaget ligger. Linket skal begynde med https://
case-attachment-title = Bilag { $number }, titel
case-attachment-link = Bilag { $number }, link
case-attachment-link-unreadable = Skriv hele adressen, for eksempel https://kommunen.dk/bilag.pdf
case-more-attachments = Flere linjer til bilag

## De små formularer

case-withdraw-note = Hvorfor
case-withdraw-lead = Sagen tages af for god og kan ikke komme igen. Det, den handler om, venter stadig på organet.
case-disqualify-lead = Skriv grunden ud for den, der er inhabil. Lad feltet stå tomt for alle andre. Den, der er inhabil, kan ikke skrive i sagen eller registrere beslutningen, og det står i papirerne.
case-disqualify-nobody = Ingen sidder i organet i dag. Besæt stillingerne under Opsætning først.
case-decide-lead = Skriv, hvad { $body } besluttede. Det, der er vedtaget, træder i kraft med det samme, og en beslutning kan ikke skrives om bagefter.
case-outcome = Udfald
case-decided-text = Beslutningens ordlyd
case-decided-hint = Som den står i protokollen.
case-decided-as-recommended = Tiltrådt som indstillet.
case-decided-noted = Taget til efterretning.
case-adopts-now = Det, der blev vedtaget
case-adopts-now-hint = Fjern det, der ikke kom med. Intet vedtages, hvis det blev afvist eller kun taget til efterretning.

## Det, der er gjort

case-drafted = { $number } er gemt som kladde.
case-saved = { $number } er gemt.
case-readied = { $number } er på dagsordenen.
case-taken-back = { $number } er taget af dagsordenen og kan rettes.
case-withdrawn = { $number } er trukket tilbage.
case-disqualified-done = Inhabiliteten i { $number } er noteret.
case-decided-done = Beslutningen i { $number } er registreret.
case-correction-begun = { $number } er begyndt. Den retter { $corrected }, som står uændret.

## Tekst, der sættes sammen

case-title-element = Vedtagelse af { $thenoun } »{ $title }«
case-title-elements = Vedtagelse af { $count } { $nouns }
case-title-agreement = Godkendelse af { $agreement }
case-title-agreements = Godkendelse af { $count } aftaler
case-title-proposals = Vedtagelse af { $count } forslag
case-title-several = Vedtagelse og godkendelse af { $count } forslag og aftaler
case-point-element = { $thenoun } »{ $title }« ({ $number }) vedtages
case-point-agreement = { $thenoun } { $number } med { $agents } for { $years } godkendes
case-effect = Forventet effekt: { $effect }
case-agreement-said = { $number }: { $agreement }. Indgået med { $principal } med { $goals ->
        [one] { $goals } mål
       *[other] { $goals } mål
    }.

## På siden for det, en sag nævner
chain-came-up = Sager
chain-came-up-meta = { $body } · { $on } · { $stands }
chain-came-up-undated = { $body } · { $stands }
