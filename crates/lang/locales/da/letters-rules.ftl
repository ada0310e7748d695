# Strategibrevets regler: hvad der skete, og hvorfor noget blev afvist. En sætning om et brev har $year.

## Tilstande
letter-state-draft = oplæg under skrivning
letter-state-input-open = åbent for input
letter-state-writing = input arbejdes ind
letter-state-published = udgivet
letter-state-closed = lukket for kommentarer

## Det, der kan gøres, som det står efter »kan ikke«
letter-verb-write = rettes
letter-verb-open-input = åbnes for input
letter-verb-give-input = få input
letter-verb-answer-input = få svar på sine input
letter-verb-close-input = lukkes for input
letter-verb-publish = udgives
letter-verb-comment = kommenteres
letter-verb-close-comments = lukkes for kommentarer
letter-verb-reopen-comments = åbnes for kommentarer igen

## Hvad der blev af et input
letter-became-taken-in = taget ind
letter-became-partly = delvist taget ind
letter-became-not = ikke taget ind

## Hvad der skete
event-letter-started = Strategibrevet for { $year } blev påbegyndt
event-letter-written = Strategibrevet for { $year } blev rettet
event-letter-input-opened = Strategibrevet for { $year } blev åbnet for input fra { $from } til { $to }
event-letter-input-moved = Inputrunden til strategibrevet for { $year } blev flyttet: fra { $from } til { $to }
event-letter-input-closed = Inputrunden til strategibrevet for { $year } blev lukket
event-letter-input-given = { $from } gav input til strategibrevet for { $year }
event-letter-input-given-person = En leder gav input til strategibrevet for { $year }
event-letter-input-answered = Input fra { $from } til strategibrevet for { $year }: { $became }
event-letter-input-answered-person = En leders input til strategibrevet for { $year }: { $became }
event-letter-published = { $asked ->
        [0] Strategibrevet for { $year } blev udgivet
        [one] Strategibrevet for { $year } blev udgivet med { $asked } tema, som årets aftaler svarer på
       *[other] Strategibrevet for { $year } blev udgivet med { $asked } temaer, som årets aftaler svarer på
    }
event-letter-commented = Strategibrevet for { $year } fik en kommentar
event-letter-comments-closed = Strategibrevet for { $year } blev lukket for kommentarer
event-letter-comments-reopened = Strategibrevet for { $year } blev åbnet for kommentarer igen

## Hvorfor noget blev afvist
refused-letter-year = Skriv et år mellem { $first } og { $last }.
refused-letter-draft = Strategibrevet for { $year } er et oplæg, der skrives på, og kan ikke { $verb } endnu.
refused-letter-input-open = Strategibrevet for { $year } er åbent for input og kan ikke { $verb }, så længe lederne læser det. Luk inputrunden først.
refused-letter-writing = I strategibrevet for { $year } arbejdes input ind lige nu, og det kan ikke { $verb }.
refused-letter-published = Strategibrevet for { $year } er udgivet, og det, der står i det, ligger fast. Det kan ikke { $verb }. Brug kommentarerne, eller tag det med i næste års brev.
refused-letter-closed = Strategibrevet for { $year } er udgivet og lukket for kommentarer. Det kan ikke { $verb }.
refused-letter-theme-twice = Temaet »{ $theme }« står to gange i strategibrevet for { $year }. Lad det stå ét sted.
refused-letter-theme-without-question = Skriv det spørgsmål, årets aftaler skal svare på under temaet »{ $theme }« i strategibrevet for { $year }, eller lad temaet være til drøftelse alene.
refused-letter-theme-kind-gone = Temaet »{ $theme }« i strategibrevet for { $year } nævner en slags aftaler, som styringsmodellen ikke har. Vælg blandt dem, den har.
refused-letter-theme-empty = Skriv noget om temaet »{ $theme }«, eller fjern det, før strategibrevet for { $year } udgives.
refused-letter-theme-unknown = Det tema findes ikke i strategibrevet for { $year }. Vælg et, der gør, eller hele brevet.
refused-letter-without-headings = Strategibrevet for { $year } har ingen overskrifter endnu. Skriv mindst én, før det udgives.
refused-letter-heading-empty = Under overskriften »{ $heading }« står intet. Skriv noget, læg et tema under den, eller fjern den, før strategibrevet for { $year } udgives.
refused-letter-input-nothing-to-read = Lederne har intet at give input til endnu. Skriv mindst én overskrift i strategibrevet for { $year } først.
refused-letter-input-backwards = Inputrunden til strategibrevet for { $year } kan ikke slutte, før den begynder { $day }.
refused-letter-input-past = Sidste dag for input til strategibrevet for { $year } er allerede gået. Vælg en dag fra { $day } og frem.
refused-letter-input-too-long = Inputrunden til strategibrevet for { $year } begynder { $day } og kan højst vare et år derfra.
refused-letter-input-none = Der er ikke åbnet for input til strategibrevet for { $year }. Skriv til direktionens sekretariat, hvis du har noget på hjerte.
refused-letter-input-not-begun = Der kan gives input til strategibrevet for { $year } fra { $day }. Kom tilbage til den tid.
refused-letter-input-over = Tak, fordi du vil være med. Inputrunden til strategibrevet for { $year } sluttede { $day }. Når brevet er udgivet, kan du kommentere det.
refused-letter-input-empty = Skriv dit input til strategibrevet for { $year }.
refused-letter-input-other-unit = Du har ingen stilling i { $unit } og kan ikke give input til strategibrevet for { $year } på dens vegne. Vælg en af dine egne enheder, et ledernetværk eller dig selv.
refused-letter-input-without-because = Skriv med et par ord hvorfor. Den, der gav input til strategibrevet for { $year }, får det at se.
refused-letter-input-unanswered = { $count ->
        [one] { $count } input til strategibrevet for { $year } har ikke fået svar. Svar på det, eller sæt kryds ved, at brevet udgives alligevel.
       *[other] { $count } input til strategibrevet for { $year } har ikke fået svar. Svar på dem, eller sæt kryds ved, at brevet udgives alligevel.
    }
refused-letter-comment-empty = Skriv din kommentar til strategibrevet for { $year }.

## Felter
field-headings = Overskrifter
