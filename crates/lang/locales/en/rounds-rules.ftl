# The rules of follow-up: what happened, and why something was refused.
# A sentence about a round has $round (its name) and $year. A sentence about a goal also has $noun, $nouns, $thenoun, $gender,
# $number and $title. The words of the marks are the model's own and come as $mark and $suggested.

## States
round-state-planned = planned
round-state-open = open
round-state-consolidating = being consolidated
round-state-closed = closed

report-state-missing = not begun
report-state-draft = draft
report-state-submitted = submitted
report-state-returned = returned
report-state-accepted = accepted

## What can be done, as it stands after “cannot be”
round-verb-reschedule = moved
round-verb-open = opened
round-verb-consolidate = consolidated
round-verb-reopen = opened again
round-verb-close = closed

report-verb-write = changed
report-verb-submit = submitted
report-verb-return = returned
report-verb-accept = accepted

## Choices in the fields
mark-not-relevant = not relevant here

outlook-on-course = On course
outlook-at-risk = At risk
outlook-off-course = Off course

trend-better = moving the right way
trend-worse = moving the wrong way
trend-same = standing still

change-better = better than last time
change-worse = worse than last time
change-other = judged otherwise than last time
change-one-only = reported in one of the rounds only

lamp-green = green
lamp-yellow = yellow
lamp-red = red
lamp-out = out

feedback-kind-noted = Noted
feedback-kind-praise = Praise
feedback-kind-question = Question
feedback-kind-request = Request for action

evidence-kind-link = Link
evidence-kind-figure = Figure
evidence-kind-file = File

media-pdf = PDF
media-png = PNG image
media-jpeg = JPEG image
media-docx = Word document
media-xlsx = Excel workbook
media-pptx = PowerPoint presentation
media-odt = OpenDocument text
media-ods = OpenDocument spreadsheet
media-csv = CSV file
media-txt = text file

## Fields
field-mark = Judgement
field-outlook = Outlook
field-done = What we did
field-effect = Documented effect
field-fact = What is the case?
field-cause = What is the cause?
field-action = What do we do now?
field-not-relevant-because = Not relevant here, because
field-differs-because = The judgement differs from the figures, because
field-cut-off = Figures as of
field-deadlines = Deadlines

## What happened: rounds
event-round-planned = The round “{$round} {$year}” was planned; figures are as of {$on}
event-round-rescheduled = The round “{$round} {$year}” got new dates: figures are as of {$on}, and the last deadline is {$last}
event-round-opened = The round “{$round} {$year}” was opened and asks about { $goals ->
        [one] {$goals} goal
       *[other] {$goals} goals
    }
event-round-consolidated = The round “{$round} {$year}” is being consolidated and takes no more reports
event-round-reopened = The round “{$round} {$year}” takes reports again
event-round-closed = The round “{$round} {$year}” was closed with the seal {$seal}; { $silent ->
        [0] every goal is reported on
        [one] {$silent} goal is not reported on
       *[other] {$silent} goals are not reported on
    }

## What happened: reports
event-report-written = The report on {$thenoun} {$number} “{$title}” was written in “{$round} {$year}”
event-report-submitted = {$thenoun} {$number} “{$title}” was reported as {$mark} in “{$round} {$year}”
event-report-returned = The report on {$thenoun} {$number} “{$title}” was returned in “{$round} {$year}”: {$note}
event-report-accepted = The report on {$thenoun} {$number} “{$title}” was accepted in “{$round} {$year}”
event-evidence-attached = “{$evidence}” now documents {$thenoun} {$number} “{$title}” in “{$round} {$year}”
event-evidence-removed = “{$evidence}” no longer documents {$thenoun} {$number} “{$title}” in “{$round} {$year}”
event-assessment-written = {$unit} wrote its assessment in “{$round} {$year}”
event-judgement-written = {$thenoun} {$number} “{$title}” was judged as {$mark} in “{$round} {$year}”: {$grounds}

## What happened: answers downwards
event-feedback-noted = {$unit} was answered on “{$round} {$year}”: noted
event-feedback-noted-on-goal = {$unit} was answered on {$thenoun} {$number} “{$title}” in “{$round} {$year}”: noted
event-feedback-praise = {$unit} was praised in “{$round} {$year}”: {$text}
event-feedback-praise-on-goal = {$unit} was praised for {$thenoun} {$number} “{$title}” in “{$round} {$year}”: {$text}
event-feedback-question = {$unit} was asked a question in “{$round} {$year}”: {$text}
event-feedback-question-on-goal = {$unit} was asked a question about {$thenoun} {$number} “{$title}” in “{$round} {$year}”: {$text}
event-feedback-request = {$unit} was asked to do something in “{$round} {$year}”: {$text}
event-feedback-request-on-goal = {$unit} was asked to do something about {$thenoun} {$number} “{$title}” in “{$round} {$year}”: {$text}
event-feedback-answered = {$unit} answered in “{$round} {$year}”: {$text}
event-consequence-given = {$unit} in “{$round} {$year}”: {$consequence}, because {$grounds}
event-consequence-given-on-goal = {$unit} for {$thenoun} {$number} “{$title}” in “{$round} {$year}”: {$consequence}, because {$grounds}

## Refused: the round
refused-round-planned = “{$round} {$year}” is planned and cannot be {$verb}. It can be moved or opened.
refused-round-open = “{$round} {$year}” is open and cannot be {$verb}. Its deadlines can be moved, and it can be consolidated once everybody has reported.
refused-round-consolidating = “{$round} {$year}” is being consolidated and cannot be {$verb}. It can be closed, or opened again.
refused-round-closed = “{$round} {$year}” is closed and cannot be {$verb}. It stands as it was. Plan a new round.
refused-round-not-begun = “{$round} {$year}” has not been opened yet. Wait until it is.
refused-round-is-closed = “{$round} {$year}” is closed and stands as it was. Answer the unit instead; that is shown beside it.
refused-round-not-in-model = The governance model has no round called {$round}. Choose one of the model’s rounds.
refused-round-year = {$year} is no year that can be followed up on. Choose a year between 1900 and 2199.
refused-round-nothing-to-ask = “{$round} {$year}” would ask about nothing: no goal is in force in the units that have a deadline. Have goals adopted first, or give more levels a deadline.
refused-round-unmoved = The dates of “{$round} {$year}” are the same as before. Change at least one of them.
refused-round-cut-off-open = “{$round} {$year}” is open, and the goals in force on {$on} have been asked about. Leave that day; the deadlines can be moved.
refused-round-levels-open = “{$round} {$year}” is open, and the levels with a deadline have been asked. Move the deadlines but keep the same levels.
refused-round-without-deadline = Give at least one level a deadline, or nobody is asked.
refused-round-unknown-level = {$level} is not in the governance model and cannot have the deadline {$on}. Remove the deadline.
refused-round-level-twice = {$level} has two deadlines, one of them {$on}. Keep one of them.
refused-round-deadline-before-cut-off = {$level} has the deadline {$on}, but figures are as of {$cutoff}. Set the deadline later.
refused-round-deadlines-out-of-order = {$level} has the deadline {$on}, before {$lower} has reported on {$lowerday}. Put the lowest level first.
refused-round-unanswered = “{$round} {$year}” is not complete: { $silent ->
        [0] every goal is reported on
        [one] {$silent} goal is not reported on and stays without a judgement
       *[other] {$silent} goals are not reported on and stay without a judgement
    }, and { $waiting ->
        [0] no report is waiting for an answer
        [one] {$waiting} report is neither accepted nor returned
       *[other] {$waiting} reports are neither accepted nor returned
    }. Tick the box to close it all the same.

## Refused: where the report stands
refused-report-missing = Nothing has been reported on {$thenoun} {$number} yet, so the report cannot be {$verb}. Wait until it is submitted.
refused-report-draft = The report on {$thenoun} {$number} is a draft and cannot be {$verb}. Wait until it is submitted.
refused-report-submitted = The report on {$thenoun} {$number} is submitted and cannot be {$verb}. If it must change, ask to have it returned.
refused-report-returned = The report on {$thenoun} {$number} has been returned and cannot be {$verb}. Wait until it is submitted again.
refused-report-accepted = The report on {$thenoun} {$number} is accepted and cannot be {$verb}. If it must change, ask to have it returned.

refused-report-round-planned = “{$round} {$year}” has not been opened yet, so the report on {$thenoun} {$number} cannot be {$verb}. Wait until the round is open.
refused-report-round-consolidating = “{$round} {$year}” takes no more reports, so the report on {$thenoun} {$number} cannot be {$verb}. Ask whoever keeps the round to open it again.
refused-report-round-closed = “{$round} {$year}” is closed, so the report on {$thenoun} {$number} cannot be {$verb}. Take your text along to the next round.

refused-report-goal-draft = {$thenoun} {$number} is not in force, so the report cannot be {$verb}. It does not count in the round.
refused-report-goal-proposed = {$thenoun} {$number} is not in force, so the report cannot be {$verb}. It does not count in the round.
refused-report-goal-returned = {$thenoun} {$number} is not in force, so the report cannot be {$verb}. It does not count in the round.
refused-report-goal-closed = {$thenoun} {$number} “{$title}” has been closed since the round opened, so the report cannot be {$verb}. Nothing more is asked of you; it does not count in the round.
refused-report-goal-withdrawn = {$thenoun} {$number} “{$title}” has been withdrawn since the round opened, so the report cannot be {$verb}. Nothing more is asked of you; it does not count in the round.
refused-report-goal-superseded = {$thenoun} {$number} “{$title}” has been superseded since the round opened, so the report cannot be {$verb}. Nothing more is asked of you; it does not count in the round.

## Refused: the report lacks something
refused-report-without-mark = Choose how far the goal is attained.
refused-report-without-outlook = Choose whether the goal is expected to be met in time.
refused-report-without-documentation = Choose whether the effect is documented by measurement or by professional assessment.
refused-report-without-measurement = Write at least one measured figure, or attach something that shows it. If the effect was not measured, choose professional assessment.
refused-report-without-effect = Write which effect you assess there is, and what you base it on.
refused-report-without-fact = Write what is the case.
refused-report-without-cause = Write what the cause is.
refused-report-without-action = Write what you do about it now.
refused-report-not-relevant-without-reason = Write why the goal is not relevant where you are.
refused-report-differs-without-reason = You judge the goal as {$mark}, but the figures point to {$suggested}. Write why.
refused-report-return-without-note = Write what it takes before the report can be accepted.

## Refused: evidence
refused-evidence-empty = The file {$file} is empty. Choose another.
refused-evidence-too-large = The file {$file} is too large. A file may take up at most {$most} MB.
refused-evidence-kind = The file {$file} is of a kind that cannot be attached. Choose PDF, PNG, JPEG, Word, Excel, PowerPoint, OpenDocument, CSV or text.
refused-evidence-is-another = The name {$file} says {$said}, but the content is {$is}. Give the file its right name and attach it again.
refused-evidence-is-not = The name {$file} says {$said}, but the content is something else. Save the file again in the program it was made in, and then attach it.
refused-evidence-macros = The file {$file} holds macros. Save it without macros and attach it again.
refused-evidence-link = Write the whole address as the browser shows it, for instance https://www.example.dk/report.
refused-evidence-link-with-login = The address holds a login. Remove what stands before the @.
refused-evidence-link-too-long = The address is too long. It may have at most {$most} characters.
refused-evidence-too-many = The report on {$thenoun} {$number} already has {$most} pieces of evidence. Remove one, or bring several together in one file.

## Refused: assessments, answers and consequences
refused-assessment-without-text = Write your assessment.
refused-judgement-kind = {$thenoun} {$number} is not judged like this in “{$round} {$year}”. Goals are reported on by the unit that owns them.
refused-judgement-not-in-force = {$thenoun} {$number} is not in force and is not judged in “{$round} {$year}”.
refused-judgement-without-grounds = Write what the judgement rests on.
refused-feedback-to-oneself = {$unit} cannot answer itself. Choose a unit below.
refused-feedback-praise-without-text = Write what is good.
refused-feedback-question-without-text = Write the question.
refused-feedback-request-without-text = Write what you want done.
refused-feedback-asks-nothing = Nothing was asked, so there is nothing to answer.
refused-feedback-answered = {$unit} has answered already. The answer stands as it was given.
refused-feedback-without-answer = Write the answer.
refused-consequence-not-in-model = The governance model has no consequence called {$consequence}. Choose one of the model’s consequences.
refused-consequence-without-grounds = Write what the consequence rests on.
