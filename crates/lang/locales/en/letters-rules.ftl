# The rules of the strategy letter: what happened, and why something was refused. A sentence about a letter has $year.

## States
letter-state-draft = proposal being written
letter-state-input-open = open to input
letter-state-writing = input being worked in
letter-state-published = published
letter-state-closed = closed to comments

## What can be done, as it stands after “cannot be”
letter-verb-write = changed
letter-verb-open-input = opened to input
letter-verb-give-input = given input
letter-verb-answer-input = given answers to input
letter-verb-close-input = closed to input
letter-verb-publish = published
letter-verb-comment = commented on
letter-verb-close-comments = closed to comments
letter-verb-reopen-comments = opened to comments again

## What became of an input
letter-became-taken-in = taken in
letter-became-partly = partly taken in
letter-became-not = not taken in

## What happened
event-letter-started = The strategy letter for { $year } was begun
event-letter-written = The strategy letter for { $year } was changed
event-letter-input-opened = The strategy letter for { $year } was opened to input from { $from } to { $to }
event-letter-input-moved = The input round on the strategy letter for { $year } was moved: from { $from } to { $to }
event-letter-input-closed = The input round on the strategy letter for { $year } was closed
event-letter-input-given = { $from } gave input to the strategy letter for { $year }
event-letter-input-given-person = A leader gave input to the strategy letter for { $year }
event-letter-input-answered = Input from { $from } to the strategy letter for { $year }: { $became }
event-letter-input-answered-person = A leader's input to the strategy letter for { $year }: { $became }
event-letter-published = { $asked ->
        [0] The strategy letter for { $year } was published
        [one] The strategy letter for { $year } was published with { $asked } theme that the year's agreements answer
       *[other] The strategy letter for { $year } was published with { $asked } themes that the year's agreements answer
    }
event-letter-commented = The strategy letter for { $year } was commented on
event-letter-comments-closed = The strategy letter for { $year } was closed to comments
event-letter-comments-reopened = The strategy letter for { $year } was opened to comments again

## Why something was refused
refused-letter-year = Write a year between { $first } and { $last }.
refused-letter-draft = The strategy letter for { $year } is a proposal being written and cannot be { $verb } yet.
refused-letter-input-open = The strategy letter for { $year } is open to input and cannot be { $verb } while leaders read it. Close the input round first.
refused-letter-writing = Input is being worked into the strategy letter for { $year }, and it cannot be { $verb } now.
refused-letter-published = The strategy letter for { $year } is published, and what it says stands. It cannot be { $verb }. Use the comments, or take it into next year's letter.
refused-letter-closed = The strategy letter for { $year } is published and closed to comments. It cannot be { $verb }.
refused-letter-theme-twice = The theme “{ $theme }” stands twice in the strategy letter for { $year }. Leave it in one place.
refused-letter-theme-without-question = Write the question that the year's agreements must answer under the theme “{ $theme }” in the strategy letter for { $year }, or leave the theme for discussion alone.
refused-letter-theme-kind-gone = The theme “{ $theme }” in the strategy letter for { $year } names a kind of agreement that the governance model does not have. Choose among those it has.
refused-letter-theme-empty = Write something about the theme “{ $theme }”, or remove it, before the strategy letter for { $year } is published.
refused-letter-theme-unknown = The strategy letter for { $year } has no such theme. Choose one it has, or the whole letter.
refused-letter-without-headings = The strategy letter for { $year } has no headings yet. Write at least one before it is published.
refused-letter-heading-empty = Nothing stands under the heading “{ $heading }”. Write something, put a theme under it, or remove it before the strategy letter for { $year } is published.
refused-letter-input-nothing-to-read = Leaders have nothing to give input to yet. Write at least one heading in the strategy letter for { $year } first.
refused-letter-input-backwards = The input round on the strategy letter for { $year } cannot end before it begins on { $day }.
refused-letter-input-past = The last day for input to the strategy letter for { $year } has passed already. Choose a day from { $day } on.
refused-letter-input-too-long = The input round on the strategy letter for { $year } begins on { $day } and can last a year from then at most.
refused-letter-input-none = The strategy letter for { $year } has not been opened to input. Write to the executive board's secretariat if you have something to say.
refused-letter-input-not-begun = The strategy letter for { $year } takes input from { $day }. Come back then.
refused-letter-input-over = Thank you for wanting to take part. The input round on the strategy letter for { $year } ended on { $day }. Once the letter is published you can comment on it.
refused-letter-input-empty = Write your input to the strategy letter for { $year }.
refused-letter-input-other-unit = You hold no position in { $unit } and cannot give input to the strategy letter for { $year } on its behalf. Choose one of your own units, a leader network or yourself.
refused-letter-input-without-because = Write a few words about why. Whoever gave input to the strategy letter for { $year } will see them.
refused-letter-input-unanswered = { $count ->
        [one] { $count } input to the strategy letter for { $year } has no answer. Answer it, or tick that the letter is published all the same.
       *[other] { $count } inputs to the strategy letter for { $year } have no answer. Answer them, or tick that the letter is published all the same.
    }
refused-letter-comment-empty = Write your comment on the strategy letter for { $year }.

## Fields
field-headings = Headings
