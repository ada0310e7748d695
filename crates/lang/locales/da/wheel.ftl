### Årshjulet: året som hjul, liste og tabel, trinnets side, kalenderen

menu-year = Årshjul

denied-keep-wheel = Trin i årshjulet flyttes og får en ansvarlig af proceskonsulenten eller direktionen.
denied-close-step = Et trin lukkes af den ansvarlige, af lederen eller formanden for dem, der holder det, eller af proceskonsulenten eller direktionen.
denied-keep-calendar = Du kan kun lave og lukke adressen til din egen kalender.

wheel-title = Årshjul { $years }
wheel-title-of = Årshjul { $years } for { $unit }
wheel-lead = Årets trin, hvornår de holdes, hvem der holder dem, og hvad der kom ud af dem.
wheel-term-lead = Hele perioden på én gang. Nogle trin holdes kun i bestemte år.
wheel-views = Hjulets former
wheel-view-wheel = Hjul
wheel-view-list = Liste
wheel-view-table = Tabel
wheel-view-term = Hele perioden
wheel-year = År
wheel-years = Andre år
wheel-whose = Hvis årshjul
wheel-all-units = Hele kommunen
wheel-whole = hele kommunen
wheel-to-calendar = Få det i din kalender
wheel-empty = Modellen har intet årshjul
wheel-empty-text = Trinnene skrives i kommunens styringsmodel. Bed en proceskonsulent lægge dem ind; så står de her hvert år.
wheel-empty-unit = Ingen trin vedrører enheden
wheel-empty-unit-text = Ingen af årets trin holdes af { $unit } eller af nogen over den. Vælg hele kommunen for at se alle trin.

wheel-picture = { $title }. { $count ->
    [one] Ét trin
   *[other] { $count } trin
  }, der også står i listen ved siden af.
wheel-arc = { $number }. { $step }: { $dates }. { $actor }. { $state }.
wheel-rings = Hjulets ringe, den yderste først
wheel-states = Hvad mønstrene betyder
wheel-today = I dag
wheel-month-1 = jan
wheel-month-2 = feb
wheel-month-3 = mar
wheel-month-4 = apr
wheel-month-5 = maj
wheel-month-6 = jun
wheel-month-7 = jul
wheel-month-8 = aug
wheel-month-9 = sep
wheel-month-10 = okt
wheel-month-11 = nov
wheel-month-12 = dec

wheel-state-late = forsinket
wheel-state-running = i gang
wheel-state-coming = kommer
wheel-state-done = gennemført
wheel-state-lapsed = uden resultat

wheel-kind-meeting = Møde
wheel-kind-seminar = Seminar
wheel-kind-dialogue = Dialog
wheel-kind-deadline = Frist
wheel-kind-round = Opfølgning
wheel-kind-decision = Beslutning
wheel-kind-work = Arbejde

wheel-step = Trin
wheel-days = Dage
wheel-week = Uge
wheel-weeks = uge { $from }–{ $to }
wheel-actor = Holdes af
wheel-state = Tilstand
wheel-expected = Skal føre til
wheel-result = Resultat
wheel-nobody = Ingen endnu
wheel-answers = Ansvarlig: { $position }
wheel-statutory = frist efter loven
wheel-moved = flyttet
wheel-units-done = { $done } af { $units } er færdige
wheel-not-held = holdes ikke
wheel-term-year = { $year } ({ $place }. år)

wheel-why-moved = Flyttet fra { $rule }: { $reason }
wheel-why-rule = Modellen siger { $model }; weekender, helligdage og juli er sprunget over.
wheel-why-law = Lovens sidste dag er { $law }.
wheel-begins-in = { $count ->
    [one] begynder i morgen
   *[other] begynder om { $count } dage
  }
wheel-ends-in = { $count ->
    [0] slutter i dag
    [one] slutter i morgen
   *[other] slutter om { $count } dage
  }
wheel-late-by = { $count ->
    [one] skulle være færdigt i går
   *[other] skulle være færdigt for { $count } dage siden
  }
wheel-done-by = Gennemført { $date }, skrevet af { $name }.

wheel-came = Hvad det førte til
wheel-came-nothing = Der er ingen møder, opfølgning, aftaler eller beslutninger fra trinnet endnu. De kommer her af sig selv.
wheel-came-seminar = Målseminaret { $year }
wheel-came-rounds = Opfølgning
wheel-came-agreements = { $total ->
    [one] Én aftale, { $approved ->
        [0] ikke godkendt endnu
       *[other] godkendt
      }
   *[other] { $total } aftaler, { $approved } godkendt
  }
wheel-came-decisions = Beslutninger i trinnets dage
wheel-came-decided = { $body }, { $date }, sag { $case }
wheel-came-more = { $count ->
    [one] og én mere
   *[other] og { $count } mere
  }
wheel-order = Før og efter
wheel-needs = Skal være på plads først
wheel-needs-none = Intet andet trin skal gå forud.
wheel-feeds = Bygger videre på det
wheel-feeds-none = Intet andet trin venter på det.
wheel-history = Historik
wheel-units = Hver for sig
wheel-units-lead = { $count } enheder på niveauet { $level } holder trinnet. Vælg én for at flytte, fordele eller lukke dens eget.
wheel-unit-open = Ikke lukket
wheel-whole-step = Hele kommunen

wheel-move = Flyt trinnet
wheel-move-lead = Reglen har lagt trinnet på arbejdsdage. Flyt det, når året kræver noget andet; begrundelsen bliver stående.
wheel-move-why = For eksempel »Vinterferie i uge 7«.
wheel-move-do = Flyt
wheel-moved-done = »{ $step } { $year }« er flyttet.
wheel-by-rule = Efter reglen
wheel-law = Senest efter loven
wheel-put-back = Læg tilbage efter reglen
wheel-put-back-done = »{ $step } { $year }« ligger igen, hvor reglen lagde det.
wheel-name-responsible = Vælg ansvarlig
wheel-responsible-lead = Den ansvarlige får trinnet som opgave, når det nærmer sig, og lukker det med et resultat.
wheel-responsible-do = Gem ansvarlig
wheel-responsible-done = Ansvaret for »{ $step } { $year }« er gemt.
wheel-position = { $title }, { $unit }
wheel-close = Luk med resultat
wheel-reword = Ret resultatet
wheel-close-lead = Skriv, hvad der kom ud af trinnet, så den, der tager det næste, kan bygge på det.
wheel-close-hint = To-tre sætninger, som andre kan forstå uden at have været der.
wheel-close-do = Gem resultatet
wheel-closed-done = »{ $step } { $year }« er lukket med sit resultat.
wheel-done-on = Gennemført den
wheel-reopen = Åbn igen
wheel-reopened-done = »{ $step } { $year }« er åbnet igen.
wheel-changed-meanwhile = En anden har ændret trinnet, mens du skrev. Det, du skrev, står her endnu. Gå tilbage til trinnet, se ændringen, og prøv igen.

wheel-next = Næste trin i årshjulet
wheel-see = Se årshjulet
wheel-next-begins = Begynder { $date }
wheel-next-ends = Slutter { $date }

overview-steps-late = { $count ->
    [one] Et trin i årshjulet er forsinket
   *[other] { $count } trin i årshjulet er forsinkede
  }
overview-steps-close = { $count ->
    [one] Et trin i årshjulet er i gang hos dig
   *[other] { $count } trin i årshjulet er i gang hos dig
  }
overview-steps-begin = { $count ->
    [one] Et trin i årshjulet begynder snart
   *[other] { $count } trin i årshjulet begynder snart
  }
overview-steps-late-below = { $count ->
    [one] Et trin er forsinket hos en under dig
   *[other] { $count } trin er forsinkede hos nogen under dig
  }
overview-steps-nobody = { $count ->
    [one] Et forsinket trin har ingen ansvarlig
   *[other] { $count } forsinkede trin har ingen ansvarlig
  }
overview-step-late = Luk »{ $step }« med et resultat
overview-step-close = Før »{ $step }« til ende
overview-step-begin = Gør klar til »{ $step }«
overview-step-late-below = Følg op på »{ $step }«
overview-step-nobody = Vælg en ansvarlig for »{ $step }«
overview-step-about = { $whose }, { $from } til { $to }
overview-step-about-day = { $whose }, { $from }
overview-step-about-below = { $responsible }, { $from } til { $to }
overview-step-about-below-day = { $responsible }, { $from }

calendar-name = Årshjul, { $municipality }
calendar-begins = Begynder: { $step }
calendar-ends = Sidste dag: { $step }
calendar-line = { $label }: { $text }
calendar-own = Årshjulet i din kalender
calendar-own-text = Få dine trin i årshjulet vist i Outlook, Google Kalender eller på telefonen. Du får en hemmelig adresse, som kalenderen selv henter fra; flyttes et trin, flytter det sig også der.
calendar-own-made = Du har en adresse. Den blev lavet { $when } og vises ikke igen.
calendar-own-make = Lav en adresse
calendar-own-again = Lav en ny adresse
calendar-own-revoke = Luk adressen
calendar-made-title = Din kalenderadresse
calendar-made-lead = Adressen vises kun nu. Kopiér den ind i din kalender som et abonnement.
calendar-address = Adresse
calendar-address-hint = I Outlook: Tilføj kalender, Abonner fra internettet. I Google Kalender: Andre kalendere, Fra webadresse.
calendar-subscribe = Abonnér i kalenderprogrammet
calendar-back = Tilbage til min konto
calendar-secret-title = Behandl den som et kodeord
calendar-secret = Alle, der har adressen, kan se dine trin uden at logge ind. Er den kommet i forkerte hænder, så luk den under »Min konto« og lav en ny. En tidligere adresse virker ikke længere.
calendar-revoked-done = Adressen til din kalender er lukket.
