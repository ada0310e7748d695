# Strategibrevets sider, og hvem der må hvad.

## Hvem der må
denied-keep-letter = Strategibrevet skrives og udgives af direktionen og proceskonsulenten.
denied-give-letter-input = Input til strategibrevet gives af kommunens ledere, enten for sig selv, for deres enhed eller for et ledernetværk.
denied-comment-letter = Strategibrevet kommenteres af alle, der har en stilling i kommunen.

## Listen
letters-title = Strategibrev
letters-kicker = Strategibrev
letters-lead = Hvert år peger direktionen på de temaer, som alle ledere skal have blik for. Nogle af dem svarer årets aftaler på.
letters-empty = Der er ikke skrevet noget strategibrev endnu
letters-empty-text = Direktionen skriver brevet om efteråret, spørger lederne til råds og udgiver det, før årets aftaler bliver lavet. Så kan det læses her.
letters-empty-keeper = Begynd med overskrifter og temaer, spørg lederne til råds, og udgiv brevet, før årets aftaler bliver lavet.
letters-published-on = Udgivet { $date }
letters-input-until = Input til og med { $date }
letters-inputs = { $count ->
        [one] { $count } input
       *[other] { $count } input
    }
letters-inputs-waiting = { $count ->
        [one] { $count } venter på svar
       *[other] { $count } venter på svar
    }
letters-comments-count = { $count ->
        [one] { $count } kommentar
       *[other] { $count } kommentarer
    }

## Et nyt brev
letters-start = Begynd et strategibrev
letters-start-lead = Brevet er kun synligt for dig og de andre, der skriver det, indtil I åbner for input eller udgiver det.
letters-start-do = Begynd
letters-started = Strategibrevet for { $year } er begyndt. Skriv den første overskrift.
letters-year = År
letters-year-hint = Det år, brevet gælder for. Der er ét brev om året.
letters-year-fault = Skriv et årstal med fire cifre, for eksempel 2016.
letters-title-hint = Står feltet tomt, hedder det Strategibrev og årstallet.
letters-title-of = Strategibrev { $year }
letters-begin = Udgangspunkt
letters-begin-from = Begynd med overskrifter og temaer fra brevet for { $year }
letters-begin-hint = Spørgsmålene følger med, teksterne gør ikke.

## Sådan skrives det
letters-write-frame = Ret titel, indledning og afslutning
letters-paragraphs = En tom linje giver et nyt afsnit.
letters-opening = Indledning
letters-opening-hint = Året, der gik, den politiske retning, og hvorfor netop disse overskrifter.
letters-closing = Afslutning
letters-closing-hint = For eksempel årets tværgående projekter, og hvem man kan tale med om brevet.
letters-heading = Overskrift
letters-heading-hint = Kan stå tomt, når temaerne under den siger det hele.
letters-add-heading = Tilføj en overskrift
letters-edit-heading = Ret overskriften
letters-drop-heading = Fjern overskriften
letters-theme = Tema
letters-theme-hint = Hvad lederne skal have blik for, og hvorfor.
letters-theme-name-taken = Der er allerede for mange temaer med det navn. Vælg et andet.
letters-add-theme = Tilføj et tema
letters-edit-theme = Ret temaet
letters-drop-theme = Fjern temaet
letters-theme-duty = Aftalerne
letters-theme-asks = Årets aftaler skal svare på temaet
letters-question = Spørgsmålet
letters-question-hint = Det, aftalerne skal svare på. Stil ét spørgsmål, som en leder kan svare på med egne ord.
letters-kinds = Hvilke aftaler
letters-kinds-hint = Sæt intet kryds, hvis alle slags aftaler skal svare.
letters-under = Under overskriften
letters-place = Plads i rækken
letters-drop-title = Fjern »{ $name }«?
letters-drop-lead = Det kan skrives ind igen, men teksten er væk.
letters-drop-with = De her temaer følger med
letters-saved = Strategibrevet for { $year } er gemt.
letters-changed-meanwhile = En anden har rettet brevet, mens du skrev. Det, du skrev, står her stadig. Åbn brevet i et andet vindue, se, hvad der er ændret, og gem igen derfra.

## Brevet
letters-way-draft = Oplæg
letters-way-input = Input fra lederne
letters-way-writing = Brevet skrives færdigt
letters-way-published = Udgivet
letters-begin-here = Begynd med den første overskrift
letters-begin-here-text = Under hver overskrift lægger du temaer. Når der er noget at læse, kan du åbne for input fra lederne.
letters-input-is-open = Brevet er åbent for input
letters-input-is-open-text = Det, du læser, er et oplæg. Lederne kan give input fra { $from } til og med { $to }.
letters-is-written = Brevet er ved at blive skrevet færdigt
letters-is-written-text = Inputrunden er slut. Du kan se, hvad der er kommet ind, og hvad der bliver af det; brevet kan læses her, når det er udgivet.
letters-not-yet = Brevet kan læses her, når direktionen har udgivet det.
letters-do-open-input = Åbn for input
letters-do-open-input-again = Åbn for input igen
letters-do-move-input = Flyt fristen
letters-do-close-input = Luk inputrunden
letters-do-give-input = Giv input
letters-do-publish = Udgiv brevet
letters-do-close = Luk for kommentarer
letters-do-reopen = Åbn for kommentarer igen
letters-asked = Det svarer årets aftaler på
letters-asked-lead = Aftaler for { $year } sendes ikke frem, før de har svaret.
letters-would-ask = Når brevet er udgivet, sendes aftaler for { $year } ikke frem, før de har svaret.
letters-asks-all = Besvares i alle aftaler
letters-asks-some = Besvares i { $kinds }
letters-sealed = Udgivet under seglet { $seal }. Teksten ligger fast.
letters-sealed-file = Hent den seglede tekst
letters-seal-broken = Brevet passer ikke til sit segl
letters-seal-broken-text = Teksten er ændret uden om Pejl, efter at brevet blev udgivet. Sig det til driften.

## Hvem der endnu ikke har svaret
letters-reach = Uden brevets temaer
letters-reach-written = { $count ->
        [0] Ingen aftaler under skrivning
        [one] { $count } aftale under skrivning
       *[other] { $count } aftaler under skrivning
    }
letters-reach-written-text = De skal svare, før de kan sendes frem.
letters-reach-submitted = { $count ->
        [0] Ingen aftaler er sendt frem
        [one] { $count } aftale er sendt frem
       *[other] { $count } aftaler er sendt frem
    }
letters-reach-submitted-text = De kan godkendes, som de er, eller sendes tilbage, så de kan svare.
letters-reach-in-force = { $count ->
        [0] Ingen aftaler er godkendt uden
        [one] { $count } godkendt aftale
       *[other] { $count } godkendte aftaler
    }
letters-reach-in-force-text = De gælder uden brevets temaer, til de næste gang bliver ændret.
letters-reach-more = { $count ->
        [one] og { $count } til
       *[other] og { $count } til
    }
letters-reach-list = Se dem på listen over aftaler

## Input
letters-inputs-title = Input
letters-inputs-lead = Lederne giver input fra { $from } til og med { $to }. Hvert input får svar på, hvad der blev af det.
letters-inputs-lead-over = Lederne gav input fra { $from } til og med { $to }. Hvert input får svar på, hvad der blev af det.
letters-inputs-unasked = Der er ikke åbnet for input til brevet.
letters-inputs-said = Det, lederne siger
letters-inputs-none = Der er ikke kommet input endnu.
letters-inputs-became = { $all }: { $parts }.
letters-count-taken-in = { $count ->
        [one] { $count } taget ind
       *[other] { $count } taget ind
    }
letters-count-partly = { $count ->
        [one] { $count } delvist taget ind
       *[other] { $count } delvist taget ind
    }
letters-count-not = { $count ->
        [one] { $count } ikke taget ind
       *[other] { $count } ikke taget ind
    }
letters-to-inputs = Læs input og svar
letters-input = Dit input
letters-input-hint = Hvad mangler i oplægget, hvad skal siges anderledes, og hvad betyder det hos jer?
letters-input-do = Send input
letters-input-thanks = Tak. Dit input til strategibrevet for { $year } er modtaget, og du får svar på, hvad der blev af det.
letters-input-from = Der kan gives input fra { $date }.
letters-input-over = Inputrunden sluttede { $date }. Når brevet er udgivet, kan det kommenteres.
letters-input-over-published = Inputrunden sluttede { $date }, og brevet er udgivet. Har du noget at sige til det, så kommentér brevet.
letters-input-for-leaders = Det er lederne, der giver input. Har du noget på hjerte, så sig det til din leder, eller kommentér brevet, når det er udgivet.
letters-input-from-whom = Input fra { $name }
letters-about = Handler om
letters-about-whole = Hele brevet
letters-side = På hvis vegne
letters-side-person = Mig selv, { $name }
letters-side-network = Et ledernetværk
letters-network = Ledernetværkets navn
letters-network-hint = Kun når du svarer for et netværk. For eksempel Ledernetværket for dagtilbud.
letters-by = skrevet af { $name }
letter-became-waiting = Venter på svar
letters-answer-do = Sig, hvad der blev af det
letters-answer-again = Ret svaret
letters-answer-title = Hvad blev der af det?
letters-became = I brevet er det
letters-because = Hvorfor
letters-because-hint = Et par ord. Skal skrives, når det ikke er taget ind i sin helhed.
letters-answered = Svaret er gemt og kan læses af alle, der kan se input til strategibrevet for { $year }.
letters-round-title = Inputrunde
letters-round-lead = Så længe lederne læser oplægget, står teksten stille.
letters-round-from = Første dag
letters-round-to = Sidste dag
letters-round-do = Åbn for input
letters-round-opened = Strategibrevet for { $year } er åbent for input.
letters-round-closed = Inputrunden er lukket. Svar på hvert input, skriv strategibrevet for { $year } færdigt, og udgiv det.

## Udgivelse
letters-publish-title = Udgiv brevet
letters-publish-lead = Brevet bliver læst af alle i kommunen og kan kommenteres. Teksten bliver seglet og kan ikke rettes bagefter.
letters-publish-asks = Det skal årets aftaler svare på
letters-publish-asks-nothing = Ingen af brevets temaer skal besvares i aftalerne. Det er til drøftelse alene.
letters-publish-who = Hvem det rammer
letters-publish-confirm = Input uden svar
letters-publish-despite = { $count ->
        [one] Udgiv, selv om { $count } input ikke har fået svar
       *[other] Udgiv, selv om { $count } input ikke har fået svar
    }
letters-publish-do = Udgiv brevet
letters-published-done = Strategibrevet for { $year } er udgivet.
letters-closed-done = Strategibrevet for { $year } er lukket for kommentarer.
letters-reopened-done = Strategibrevet for { $year } er åbent for kommentarer igen.

## Kommentarer
letters-comments = Kommentarer
letters-comments-lead = Brevet er ingen facitliste. Skriv, hvad det betyder hos jer, og spørg, hvis noget er uklart.
letters-comments-closed = Der er lukket for kommentarer.
letters-comment = Din kommentar
letters-comment-do = Send kommentaren
letters-commented = Tak. Din kommentar til strategibrevet for { $year } kan læses af alle.

## Opgaver på overblikket
overview-letter-give = Giv input til strategibrevet for { $year }
overview-letter-close = Inputrunden til strategibrevet for { $year } er slut: luk den
overview-letter-answer = { $count ->
        [one] Svar på { $count } input til strategibrevet for { $year }
       *[other] Svar på { $count } input til strategibrevet for { $year }
    }
