### Styringsmodeller: ord, regler og deres fejl.

model-source = Kilde: { $source }
model-contents = På siden
model-levels = Niveauer
model-elements = Kæden, oppefra og ned
model-level-top = Øverste niveau
model-level-under = Under { $above }
model-element-owners = Ejes af { $levels }
model-element-beside = Står ved siden af kæden
model-element-tied = Skal stå under { $under }
model-element-under = Kan stå under { $under }
model-element-adopts = Vedtages af { $body }
model-element-required = Skal have { $fields }
model-element-advised = Bør have { $fields }
model-count-municipality = { $span } i alt
model-count-unit = { $span } i hver enhed
model-count-parent = { $span } under hver
model-horizon = { $span } år
model-years = { $years }
model-agreement-parties = Mellem { $principal } og { $agent }
model-agreement-goals = { $span } { $goals }
model-agreement-approves = Godkendes af { $body }
model-agreement-follow-up = Opfølgning: { $text }
model-agreement-report = Afrapportering: { $text }
model-round-cut-off = Opgjort { $day }
model-round-all = Følger op på { $covers }, det hele
model-round-deviations = Følger op på { $covers }, kun afvigelser
model-round-deadline = { $level } senest { $day }
model-covers-money = økonomi
model-day-year-after = { $day } året efter
model-step-days = { $from } til { $to }
model-step = { $name } ({ $level }, { $when }): { $result }
model-month-1 = Januar
model-month-2 = Februar
model-month-3 = Marts
model-month-4 = April
model-month-5 = Maj
model-month-6 = Juni
model-month-7 = Juli
model-month-8 = August
model-month-9 = September
model-month-10 = Oktober
model-month-11 = November
model-month-12 = December
model-rule-fixed = Fast for alle
model-rule-free = Enheden bestemmer selv
model-rule-kinds = Gælder { $kinds }
model-marks-heading = Mærker og lamper
model-marks = Mærker
model-mark-green = Grøn: { $word }
model-mark-yellow = Gul: { $word }
model-mark-red = Rød: { $word }
model-mark-not-yet = Endnu ikke: { $word }
model-mark-silent = Intet svar: { $word }
model-lamps = Lamper
model-lamp-goals = Mållampen bliver gul fra { $yellow } % røde og rød fra { $red } %
model-lamp-money = Pengelampen bliver gul fra { $yellow } % over korrigeret budget og rød fra { $red } %
model-consequences = Kan følge af målopfyldelse
model-words = Ord
model-words-page = Se ordene, hvor de bruges
model-word-singular = Ét
model-word-plural = Flere
model-word-definite = Bestemt
model-word-explanation = Hvad det betyder
model-versions = Versioner
model-version = Version { $serial }, installeret { $date }.
model-in-force = I kraft.
model-download = Hent »{ $name }« som fil
model-new = Ny version
model-new-lead = Vælg filen med den nye version. Du ser, hvad den ændrer og rører, før den træder i kraft.
model-file = Modelfil
model-file-hint = En TOML-fil. Hent den, der er i kraft, og ret i den.
model-file-not-utf8 = Filen er ikke gemt som UTF-8. Gem den sådan, og vælg den igen.
model-see-changes = Se, hvad den ændrer
model-faults = { $count ->
    [one] Der er én fejl i filen. Den står herunder.
   *[other] Der er { $count } fejl i filen. De står herunder.
}
model-faults-title = { $count ->
    [one] Én ting skal rettes i filen
   *[other] { $count } ting skal rettes i filen
}
model-fault-line = Linje
model-fault-column = Tegn
model-fault-right = Sådan bliver det rigtigt
model-preview = Før den træder i kraft
model-preview-lead = »{ $name }« er læst uden fejl. Intet er ændret endnu.
model-touches = Det rører den
model-touches-text = Intet slettes. Det bliver stående med sin historie, men skal flyttes, før det kan rettes igen.
model-touches-nothing = Alt, hvad der står i Pejl i dag, har sin plads i den nye version.
model-touches-level = { $count ->
    [one] Én enhed står på niveauet { $word }, som ikke er der mere.
   *[other] { $count } enheder står på niveauet { $word }, som ikke er der mere.
}
model-touches-kind = { $count ->
    [one] Én enhed er af typen { $word }, som ikke er der mere.
   *[other] { $count } enheder er af typen { $word }, som ikke er der mere.
}
model-touches-element = { $word }: { $count } har ingen plads i den nye version.
model-changes = { $count ->
    [0] Hvad den ændrer
    [one] Én ændring
   *[other] { $count } ændringer
}
model-changes-none = Den nye version siger det samme som den, der er i kraft.
model-install = Sæt den i kraft
model-installed = Den nye version er i kraft.
event-model-installed = Styringsmodellen »{ $title }« ({ $term }) trådte i kraft
event-municipality-stands = Kommunen står på { $day }
event-municipality-moves = Kommunen følger kalenderen igen
refused-model-faults = Filen har fejl. Vælg den igen for at se dem.
refused-model-other-municipality = Modellen hører til en anden kommune. Se efter, at kommunekoden er jeres.
denied-install-model = En styringsmodel sættes i kraft af en proceskonsulent eller en administrator.
