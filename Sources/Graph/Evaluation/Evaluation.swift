// # Evaluation
//
// Conversations as plays in text files, performed against the real conversation with a clock of their own, and scored:
// task success, turns, wrong facts.
//
// | folder | holds |
// | --- | --- |
// | `Plays/` | the play as a value, and its parser |
// | `Stage/` | the performer, and what it needs in place of the world: a clock, a colleague, a witness of the tools |
// | `Judging/` | what a performance left behind, and the judge of what the play expects |
// | `Facts/` | finds prices, times, dates, names and numbers in a reply, and tells which are derived from nothing |
// | `Report/` | the score, for people and for programs |
//
// A play has three parts, divided by `---`. Blank lines and lines that begin with `#` after the title count for nothing.
//
//     # A caller books an oil change
//     clock: 2026-05-04 10:00            local time; Monday 2026-05-04 10:00 when it is not said
//     zone: America/New_York             the zone of the business when it is not said
//     booked: Oil Change 2026-05-05 09:00 ×4      appointments from before, of strangers; repeatable
//     booked: Oil Change 2026-05-05 11:00 for Ann Other 5125550100
//     full: 2026-05-06                   a day with no time left; repeatable
//     ---
//     caller: hi I need an oil change tomorrow at nine
//     agent: ~ name & phone | number     the latest reply has `name`, and `phone` or `number`
//     agent: !~ tires                    … and has no `tires`
//     caller: [silence]                  the caller says nothing
//     caller: [task available Sarah]     the search for a colleague ends: available NAME, callback or failed
//     caller: [later 2 min]              the clock moves on: sec, min, hours or days
//     caller: [repeat 10000 please]      the words, so many times over
//     taken: Oil Change | 2026-05-05 | 09:00     others book what is left of that time
//     ---
//     expect appointment: Oil Change | 2026-05-05 | 09:00 | Maria Garcia | 5125550199
//     expect turns <= 8
//
// In a check `&` divides what all must be there, `|` what any of suffices, and `&` is the weaker: `a & b | c` is a, and b
// or c. Case and punctuation count for nothing; a number is a whole number. In an appointment `*`, nothing between two
// bars, or a missing end stands for anything. What else can be expected: `no appointment` (nothing new), `no
// appointment: APPOINTMENT`, `cancelled: APPOINTMENT`, `moved: APPOINTMENT` (as it is afterwards), `intent: NAME` (the
// last one), `escalated`, `not escalated`, `ended`, `not ended`, `slot NAME: VALUE` (at the end), `fact: CHECK` (of some
// reply), `never: CHECK` (of none).
//
// A new appointment that no line expects fails a play, and so does one from before that is changed unexpectedly.
//
// *Assumes* a business. *Out of scope*: sound.
//
// Laws:
// 1. The same play, business and rules give the same report.
// 2. A play that cannot be read is an error with its line, never a play that passes.
// 3. What the agent says is wrong until the data, the caller's words or a tool's answer bear it out.
