// # VoiceEvaluation
//
// Whole calls as text files, and what can be told of a call from its sound alone.
//
// | folder | holds |
// | --- | --- |
// | `Calls/` | the spoken play as a value, and its parser |
// | `Sound/` | the agent's voice as it was received, laid beside the sound it was made of: what was heard of each sentence, at which volume, and when |
// | `Report/` | the figures of many calls, their bars, for people and for programs |
//
// A spoken play is a play (see `Evaluation`) in a file that ends in `.call`, with three additions:
//
//     # A caller books an oil change
//     noise: babble 15                   behind the caller's voice, so many decibels below it
//     ---
//     caller: i need an oil change (sound: svc1-fl-slt)       a recording; without one the embedded voice speaks the words
//     caller: are you open on sunday (sound: hours2-fl-rms, over: 1.5)    so many seconds into the agent's answer
//     sound: cough (over: 1.2)           played over the agent's next words; nothing that is meant as words
//     ---
//     expect appointment: Oil Change | 2026-05-05 | 09:00 | Maria Garcia | 5125550199
//
// *Assumes* mono at 16 kHz. *Out of scope*: rooms, workers and clocks, which are `parley eval --voice`'s.
//
// Laws:
// 1. A spoken play without its additions is a play, and is read by the same parser.
// 2. What is measured is measured on the sound that the caller received, never on what the agent says of itself.
// 3. A figure that nothing was measured for misses its bar.
