### Governance models: words, rules and their faults.

model-source = Source: { $source }
model-contents = On this page
model-levels = Levels
model-elements = The chain, from the top down
model-level-top = The top level
model-level-under = Under { $above }
model-element-owners = Owned by { $levels }
model-element-beside = Stands beside the chain
model-element-tied = Must stand under { $under }
model-element-under = May stand under { $under }
model-element-adopts = Adopted by { $body }
model-element-required = Must have { $fields }
model-element-advised = Should have { $fields }
model-count-municipality = { $span } in all
model-count-unit = { $span } in each unit
model-count-parent = { $span } under each
model-horizon = { $span } years
model-years = { $years }
model-agreement-parties = Between { $principal } and { $agent }
model-agreement-goals = { $span } { $goals }
model-agreement-approves = Approved by { $body }
model-agreement-follow-up = Follow-up: { $text }
model-agreement-report = Report: { $text }
model-round-cut-off = As of { $day }
model-round-all = Follows up on { $covers }, all of it
model-round-deviations = Follows up on { $covers }, deviations only
model-round-deadline = { $level } by { $day }
model-covers-money = money
model-day-year-after = { $day } the year after
model-step-days = { $from } to { $to }
model-step = { $name } ({ $level }, { $when }): { $result }
model-month-1 = January
model-month-2 = February
model-month-3 = March
model-month-4 = April
model-month-5 = May
model-month-6 = June
model-month-7 = July
model-month-8 = August
model-month-9 = September
model-month-10 = October
model-month-11 = November
model-month-12 = December
model-rule-fixed = Fixed for all
model-rule-free = The unit decides for itself
model-rule-kinds = Applies to { $kinds }
model-marks-heading = Marks and lamps
model-marks = Marks
model-mark-green = Green: { $word }
model-mark-yellow = Yellow: { $word }
model-mark-red = Red: { $word }
model-mark-not-yet = Not yet: { $word }
model-mark-silent = No answer: { $word }
model-lamps = Lamps
model-lamp-goals = The goal lamp turns yellow from { $yellow } % red and red from { $red } %
model-lamp-money = The money lamp turns yellow from { $yellow } % over the corrected budget and red from { $red } %
model-consequences = May follow goal fulfilment
model-words = Words
model-words-page = See the words where they are used
model-word-singular = One
model-word-plural = Several
model-word-definite = Definite
model-word-explanation = What it means
model-versions = Versions
model-version = Version { $serial }, installed { $date }.
model-in-force = In force.
model-download = Download “{ $name }” as a file
model-new = New version
model-new-lead = Choose the file with the new version. You see what it changes and touches before it is in force.
model-file = Model file
model-file-hint = A TOML file. Download the one in force, and change that.
model-file-not-utf8 = The file is not saved as UTF-8. Save it so, and choose it again.
model-see-changes = See what it changes
model-faults = { $count ->
    [one] There is one fault in the file. It stands below.
   *[other] There are { $count } faults in the file. They stand below.
}
model-faults-title = { $count ->
    [one] One thing to mend in the file
   *[other] { $count } things to mend in the file
}
model-fault-line = Line
model-fault-column = Column
model-fault-right = What would be right
model-preview = Before it is in force
model-preview-lead = “{ $name }” was read without faults. Nothing has changed yet.
model-touches = What it touches
model-touches-text = Nothing is deleted. It stays with its history, but must be moved before it can be changed again.
model-touches-nothing = Everything in Pejl today has its place in the new version.
model-touches-level = { $count ->
    [one] One unit stands at the level { $word }, which is gone.
   *[other] { $count } units stand at the level { $word }, which is gone.
}
model-touches-kind = { $count ->
    [one] One unit is of the kind { $word }, which is gone.
   *[other] { $count } units are of the kind { $word }, which is gone.
}
model-touches-element = { $word }: { $count } have no place in the new version.
model-changes = { $count ->
    [0] What it changes
    [one] One change
   *[other] { $count } changes
}
model-changes-none = The new version says the same as the one in force.
model-install = Put it in force
model-installed = The new version is in force.
event-model-installed = The governance model “{ $title }” ({ $term }) came into force
event-municipality-stands = The municipality stands on { $day }
event-municipality-moves = The municipality follows the calendar again
refused-model-faults = The file has faults. Choose it again to see them.
refused-model-other-municipality = The model is another municipality’s. Check that the municipality code is yours.
denied-install-model = A governance model is put in force by a process consultant or an administrator.
