# The pages of the strategy letter, and who may do what.

## Who may
denied-keep-letter = The strategy letter is written and published by the executive board and the process consultant.
denied-give-letter-input = Input to the strategy letter is given by the municipality's leaders, for themselves, for their unit or for a leader network.
denied-comment-letter = The strategy letter is commented on by everybody who holds a position in the municipality.

## The list
letters-title = Strategy letter
letters-kicker = Strategy letter
letters-lead = Every year the executive board points out the themes that all leaders should keep in view. The year's agreements answer some of them.
letters-empty = No strategy letter has been written yet
letters-empty-text = The executive board writes the letter in the autumn, asks the leaders for advice and publishes it before the year's agreements are made. Then you can read it here.
letters-empty-keeper = Begin with headings and themes, ask the leaders for advice, and publish the letter before the year's agreements are made.
letters-published-on = Published { $date }
letters-input-until = Input until { $date }
letters-inputs = { $count ->
        [one] { $count } input
       *[other] { $count } inputs
    }
letters-inputs-waiting = { $count ->
        [one] { $count } waits for an answer
       *[other] { $count } wait for an answer
    }
letters-comments-count = { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }

## A new letter
letters-start = Begin a strategy letter
letters-start-lead = Only you and the others who write it can see the letter until you open it to input or publish it.
letters-start-do = Begin
letters-started = The strategy letter for { $year } is begun. Write the first heading.
letters-year = Year
letters-year-hint = The year the letter is for. There is one letter a year.
letters-year-fault = Write a year in four digits, for example 2016.
letters-title-hint = Left empty, it is called Strategy letter and the year.
letters-title-of = Strategy letter { $year }
letters-begin = Starting point
letters-begin-from = Begin with the headings and themes of the letter for { $year }
letters-begin-hint = The questions come along, the texts do not.

## Writing it
letters-write-frame = Edit title, opening and closing
letters-paragraphs = An empty line begins a new paragraph.
letters-opening = Opening
letters-opening-hint = The year that went, the political direction, and why these headings.
letters-closing = Closing
letters-closing-hint = For example the year's cross-cutting projects, and whom to talk to about the letter.
letters-heading = Heading
letters-heading-hint = May be left empty where the themes under it say it all.
letters-add-heading = Add a heading
letters-edit-heading = Edit the heading
letters-drop-heading = Remove the heading
letters-theme = Theme
letters-theme-hint = What leaders should keep in view, and why.
letters-theme-name-taken = There are too many themes of that name already. Choose another.
letters-add-theme = Add a theme
letters-edit-theme = Edit the theme
letters-drop-theme = Remove the theme
letters-theme-duty = The agreements
letters-theme-asks = The year's agreements must answer the theme
letters-question = The question
letters-question-hint = What the agreements answer. Ask one question that a leader can answer in their own words.
letters-kinds = Which agreements
letters-kinds-hint = Tick none if every kind of agreement must answer.
letters-under = Under the heading
letters-place = Place in the row
letters-drop-title = Remove “{ $name }”?
letters-drop-lead = It can be written again, but its text is gone.
letters-drop-with = These themes go with it
letters-saved = The strategy letter for { $year } is saved.
letters-changed-meanwhile = Somebody else changed the letter while you wrote. What you wrote still stands here. Open the letter in another window, see what changed, and save again from there.

## The letter
letters-way-draft = Proposal
letters-way-input = Input from leaders
letters-way-writing = The letter is finished
letters-way-published = Published
letters-begin-here = Begin with the first heading
letters-begin-here-text = Put themes under each heading. When there is something to read, you can open the letter to input from leaders.
letters-input-is-open = The letter is open to input
letters-input-is-open-text = What you read is a proposal. Leaders can give input from { $from } until { $to }.
letters-is-written = The letter is being finished
letters-is-written-text = The input round is over. You can see what came in and what becomes of it; the letter can be read here once it is published.
letters-not-yet = The letter can be read here once the executive board has published it.
letters-do-open-input = Open to input
letters-do-open-input-again = Open to input again
letters-do-move-input = Move the deadline
letters-do-close-input = Close the input round
letters-do-give-input = Give input
letters-do-publish = Publish the letter
letters-do-close = Close to comments
letters-do-reopen = Open to comments again
letters-asked = What the year's agreements answer
letters-asked-lead = Agreements for { $year } are not submitted until they have answered.
letters-would-ask = Once the letter is published, agreements for { $year } are not submitted until they have answered.
letters-asks-all = Answered in every agreement
letters-asks-some = Answered in { $kinds }
letters-sealed = Published under the seal { $seal }. The text stands.
letters-sealed-file = Download the sealed text
letters-seal-broken = The letter does not match its seal
letters-seal-broken-text = The text was changed outside Pejl after the letter was published. Tell those who run the system.

## Who has not answered yet
letters-reach = Without the letter's themes
letters-reach-written = { $count ->
        [0] No agreements being written
        [one] { $count } agreement being written
       *[other] { $count } agreements being written
    }
letters-reach-written-text = They must answer before they can be submitted.
letters-reach-submitted = { $count ->
        [0] No agreements are submitted
        [one] { $count } agreement is submitted
       *[other] { $count } agreements are submitted
    }
letters-reach-submitted-text = They can be approved as they are, or sent back so that they can answer.
letters-reach-in-force = { $count ->
        [0] No agreements are approved without
        [one] { $count } approved agreement
       *[other] { $count } approved agreements
    }
letters-reach-in-force-text = They are in force without the letter's themes until they are next amended.
letters-reach-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
letters-reach-list = See them in the list of agreements

## Input
letters-inputs-title = Input
letters-inputs-lead = Leaders give input from { $from } until { $to }. Every input is answered with what became of it.
letters-inputs-lead-over = Leaders gave input from { $from } until { $to }. Every input is answered with what became of it.
letters-inputs-unasked = The letter has not been opened to input.
letters-inputs-said = What leaders say
letters-inputs-none = No input has come in yet.
letters-inputs-became = { $all }: { $parts }.
letters-count-taken-in = { $count ->
        [one] { $count } taken in
       *[other] { $count } taken in
    }
letters-count-partly = { $count ->
        [one] { $count } partly taken in
       *[other] { $count } partly taken in
    }
letters-count-not = { $count ->
        [one] { $count } not taken in
       *[other] { $count } not taken in
    }
letters-to-inputs = Read input and answers
letters-input = Your input
letters-input-hint = What is missing in the proposal, what should be said differently, and what does it mean where you are?
letters-input-do = Send input
letters-input-thanks = Thank you. Your input to the strategy letter for { $year } is received, and you will be told what became of it.
letters-input-from = Input can be given from { $date }.
letters-input-over = The input round ended on { $date }. Once the letter is published it can be commented on.
letters-input-over-published = The input round ended on { $date }, and the letter is published. If you have something to say, comment on the letter.
letters-input-for-leaders = Input is given by the leaders. If you have something to say, tell your leader, or comment on the letter once it is published.
letters-input-from-whom = Input from { $name }
letters-about = About
letters-about-whole = The whole letter
letters-side = On whose behalf
letters-side-person = Myself, { $name }
letters-side-network = A leader network
letters-network = The network's name
letters-network-hint = Only when you answer for a network. For example the leader network for day care.
letters-by = written down by { $name }
letter-became-waiting = Waiting for an answer
letters-answer-do = Say what became of it
letters-answer-again = Change the answer
letters-answer-title = What became of it?
letters-became = In the letter it is
letters-because = Why
letters-because-hint = A few words. Needed where it is not taken in whole.
letters-answered = The answer is saved and can be read by everybody who sees the input to the strategy letter for { $year }.
letters-round-title = Input round
letters-round-lead = While leaders read the proposal, its text stands still.
letters-round-from = First day
letters-round-to = Last day
letters-round-do = Open to input
letters-round-opened = The strategy letter for { $year } is open to input.
letters-round-closed = The input round is closed. Answer every input, finish the strategy letter for { $year }, and publish it.

## Publishing
letters-publish-title = Publish the letter
letters-publish-lead = Everybody in the municipality can read the letter and comment on it. Its text is sealed and cannot be changed afterwards.
letters-publish-asks = What the year's agreements must answer
letters-publish-asks-nothing = None of the letter's themes is to be answered in agreements. It is for discussion alone.
letters-publish-who = Whom it reaches
letters-publish-confirm = Input without an answer
letters-publish-despite = { $count ->
        [one] Publish although { $count } input has no answer
       *[other] Publish although { $count } inputs have no answer
    }
letters-publish-do = Publish the letter
letters-published-done = The strategy letter for { $year } is published.
letters-closed-done = The strategy letter for { $year } is closed to comments.
letters-reopened-done = The strategy letter for { $year } is open to comments again.

## Comments
letters-comments = Comments
letters-comments-lead = The letter is no answer key. Write what it means where you are, and ask if something is unclear.
letters-comments-closed = Comments are closed.
letters-comment = Your comment
letters-comment-do = Send the comment
letters-commented = Thank you. Everybody can read your comment on the strategy letter for { $year }.

## Tasks on the overview
overview-letter-give = Give input to the strategy letter for { $year }
overview-letter-close = The input round on the strategy letter for { $year } is over: close it
overview-letter-answer = { $count ->
        [one] Answer { $count } input to the strategy letter for { $year }
       *[other] Answer { $count } inputs to the strategy letter for { $year }
    }
