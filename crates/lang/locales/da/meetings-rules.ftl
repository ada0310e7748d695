# Hvad reglerne om dialogmøder siger: hvad der skete, og hvorfor noget ikke kan lade sig gøre.

event-meeting-planned = { $meeting } blev planlagt som { $form }
event-meeting-edited = { $meeting } blev rettet
event-meeting-form-chosen = Udvalget valgte formen for { $meeting }: { $form }
event-meeting-invited = { $units ->
    [one] { $units } enhed blev inviteret til { $meeting }
   *[other] { $units } enheder blev inviteret til { $meeting }
}
event-meeting-started = { $meeting } blev åbnet
event-meeting-ended = { $meeting } blev afsluttet
event-meeting-resumed = { $meeting } blev genoptaget
event-meeting-cancelled = { $meeting } blev aflyst
event-preparation-written = { $unit } skrev på sin forberedelse til { $meeting }
event-preparation-ready = { $unit } er klar til { $meeting }
event-unit-absent = { $unit } deltog ikke i { $meeting }
event-unit-present = { $unit } deltog i { $meeting }
event-input-given = Input fra { $from } i { $unit } til { $meeting }
event-contribution-noted = Et indlæg til { $meeting } blev skrevet ned: { $speaker }
event-contribution-mended = Et indlæg til { $meeting } blev rettet
event-contribution-struck = Et indlæg til { $meeting } blev slettet
event-draft-worded = »{ $title }« blev formuleret på { $meeting }
event-draft-reworded = »{ $title }« blev omformuleret på { $meeting }
event-draft-struck = »{ $title }« blev opgivet på { $meeting }
event-draft-proposed = { $number } { $title } blev foreslået udvalget efter { $meeting }
event-minutes-written = Der blev skrevet i referatet af { $meeting }
event-minutes-circulated = Referatet af { $meeting } blev sendt til dem, der var med
event-minutes-commented = Referatet af { $meeting } blev kommenteret
event-minutes-amended = Kommentarerne til referatet af { $meeting } indarbejdes
event-minutes-approved = Udvalget godkendte referatet af { $meeting }
event-briefing-begun = Briefing { $year } til { $committee } blev begyndt
event-briefing-drawn = Tallene i briefing { $year } til { $committee } blev hentet igen
event-briefing-edited = Der blev skrevet i briefing { $year } til { $committee }
event-briefing-sent = Briefing { $year } blev sendt til { $committee } under seglet { $seal }

refused-meeting-state = { $meeting } er { $state } og kan ikke { $verb }.
refused-meeting-without-host = Vælg det udvalg, der holder mødet.
refused-meeting-host-twice = Det samme udvalg står to gange. Vælg det én gang.
refused-meeting-unit-twice = Den samme enhed står to gange. Vælg den én gang.
refused-meeting-too-many-units = Et møde kan højst have { $most } enheder. Del det i flere.
refused-meeting-too-many-items = En dagsorden kan højst have { $most } punkter. Slå nogle sammen.
refused-meeting-year = { $year } er ikke et år, der kan planlægges for. Skriv for eksempel 2020.
refused-meeting-unknown-kind = Den type enhed findes ikke i jeres model. Vælg en af dem på listen.
refused-meeting-unknown-step = Det trin findes ikke i jeres årshjul. Vælg et af dem på listen.
refused-meeting-uninvited = Enheder, der er inviteret til { $meeting }, kan ikke tages af igen. Aflys mødet, eller lad dem stå.
refused-meeting-form-chosen = Udvalget har valgt formen for { $meeting }, og enhederne er inviteret. Aflys mødet, hvis formen skal være en anden.
refused-meeting-form-not-chosen = Udvalget har ikke valgt formen for { $meeting } endnu. Registrér valget først.
refused-meeting-without-day = { $meeting } har ingen dag. Skriv dagen, før enhederne inviteres.
refused-meeting-without-agenda = { $meeting } har ingen dagsorden. Skriv mindst ét punkt, før enhederne inviteres.
refused-meeting-without-units = { $meeting } har ingen enheder. Vælg dem, der skal inviteres.
refused-meeting-not-single = { $meeting } er med én enhed alene. Vælg netop én, eller lad udvalget vælge en anden form.
refused-meeting-without-kind = { $meeting } er for alle af samme type. Vælg typen.
refused-meeting-not-alike = { $unit } er ikke af den type, { $meeting } er for. Tag den af, eller lad udvalget vælge en anden form.
refused-meeting-without-theme = { $meeting } er på tværs af typer. Skriv det område eller tema, det handler om.
refused-meeting-not-mixed = { $meeting } er på tværs. Vælg mindst to enheder, eller lad udvalget vælge en anden form.
refused-meeting-before-its-day = { $meeting } er først { $on }. Åbn det på dagen, eller flyt det.
refused-meeting-cancel-why = Skriv, hvorfor { $meeting } aflyses.
refused-preparation-empty = Skriv noget, før I siger, at I er klar til { $meeting }.
refused-input-uninvited = { $unit } er ikke inviteret til { $meeting }.
refused-contribution-elsewhere = Den enhed er ikke med på { $meeting }. Vælg en af dem på listen, eller ingen bestemt.
refused-contribution-struck = Linjen er slettet og kan ikke rettes. Skriv den igen.
refused-contribution-used = { $drafts ->
    [one] { $drafts } pejlemærke er formuleret ud fra linjen. Opgiv pejlemærket, eller ret linjen.
   *[other] { $drafts } pejlemærker er formuleret ud fra linjen. Opgiv dem, eller ret linjen.
}
refused-contribution-too-long = Linjen er for lang. Der er plads til 1.000 tegn.
refused-draft-from-nothing = Sæt kryds ved det, pejlemærket kommer fra. Et pejlemærke begynder med noget, der blev sagt.
refused-draft-from-elsewhere = En af linjerne er slettet eller hører til et andet møde. Sæt kryds ved dem, der står på siden.
refused-draft-proposed = »{ $title }« er foreslået udvalget og rettes nu i kæden.
refused-draft-struck = »{ $title }« er opgivet. Skriv det igen, hvis det skal med.
refused-draft-no-guideposts = Jeres model har ingen pejlemærker hos { $committee }. Ret modellen, eller vælg et andet udvalg.
refused-minutes-empty = Der står intet i referatet af { $meeting }. Skriv noget, før det sendes ud.
refused-briefing-sent = Briefing { $year } til { $committee } er sendt og ligger fast.
refused-briefing-empty = Der står intet i briefing { $year } til { $committee }. Skriv noget, eller hent tallene igen.
