extension PhraseRule {
    /// Wishes to book, in this order.
    static let booking: [PhraseRule] = [
        PhraseRule(
            .bookTestDrive, 0.95,
            any: [
                "test drive", "test drives", "test driving", "test drove", "take it for a spin", "take it for a drive",
                "for a spin", "test ride", "trial drive", "demo drive", "behind the wheel", "drive it before",
                "try before i buy", "take one out", "go for a drive in", "take it out for a", "for a test",
            ]),
        PhraseRule(
            .bookService, 0.9,
            any: [
                "appointment", "appointments", "book", "booking", "booked", "schedule", "scheduled", "bring my car",
                "bring the car", "bring it in", "bring her in", "bring in", "bring it by", "bring my truck",
                "bring my vehicle", "drop off my", "drop my car", "drop it off", "drop the car", "come in for",
                "get my car", "have my car", "get it serviced", "fit me in", "squeeze me in", "service my car",
                "get my",
                "set up a time", "come by with", "reserve", "reservation", "make a reservation", "put me down",
                "sign me up",
                "pencil me in", "any slots", "any openings", "a slot", "an opening", "come by for", "come in to get",
                "get it in", "get my truck", "take my car in", "in for a service", "needs a service", "need a service",
                "need service", "get the car", "slot for", "availability", "when can you", "how soon can",
                "take my car",
                "work done", "have it done", "get it done", "have it looked", "get it looked", "the next available",
                "earliest appointment", "first available", "have time for me", "time for me", "time for my",
                "anything free",
                "anything available", "anything open", "any availability", "have room for", "looked at", "see my car",
                "work on my car", "work me in", "my car done", "get in for", "arrange a", "arrange an",
            ],
            without: [
                "kelley blue book", "blue book", "read a book", "facebook", "book value", "rental car", "parts",
                "get my car back", "i have an appointment", "i've got an appointment", "i have a booking", "i'm booked",
            ]),
        PhraseRule(
            .bookService, 0.85,
            any: [
                "won't start", "will not start", "doesn't start", "not starting", "won't turn on", "won't turn over",
                "broke down", "broken down", "breaks down", "breaking down", "making a noise", "strange noise",
                "weird noise", "funny noise", "making noise", "makes a noise", "makes noises", "a noise", "a rattle",
                "rattling", "a sound", "weird sound", "strange sound", "funny sound", "grinding sound",
                "stopped working", "isn't working", "not working", "doesn't work", "quit working", "leaking", "leaks",
                "a leak", "is dripping", "puddle", "overheating", "overheats", "runs hot", "smoke", "smoking",
                "squeaking", "squeak", "squeaks", "squealing", "grinding", "is broken", "broke", "flat tire",
                "a flat", "puncture", "warning light", "light came on", "light is on", "light on my dash",
                "dashboard light",
                "dead battery", "battery is dead", "needs repair", "needs repairs", "needs a repair", "needs service",
                "needs fixing", "repaired", "fixed", "is due", "due for", "overdue", "tune up", "checked out",
                "look at my", "looked at", "help with my car", "problem with my car", "trouble with my",
                "problems with my",
                "issue with my", "issues with my", "something wrong with my", "something's wrong with", "pulls to the",
                "pulling to the", "shakes", "shaking", "vibrates", "vibrating", "vibration", "wobbles", "stalls",
                "stalling", "keeps dying", "died", "smells", "burning smell", "cold air", "hot air", "no heat",
                "heater", "worn out", "crack", "acting weird", "acting strange", "won't shift", "hard to steer",
                "ran over", "keep slipping", "slipping", "needs changing", "needs to be changed",
                "needs replacing", "need replacing", "needs to be replaced", "needs attention", "take a look at",
                "acting up", "running rough", "misfiring", "has a crack", "cracked", "a dent", "clunking", "knocking",
                "got into an accident", "won't go into gear", "needs some work", "needs work", "sounds funny", "hear a",
            ],
            without: [
                "do you sell", "phone", "website", "sounds good", "heated seats", "loaner", "tow", "your phone",
                "the line", "that doesn't work", "doesn't work for me", "day doesn't work", "time doesn't work",
            ]),
    ]

    /// Sounds of a car that is spoken of.
    static let noises = PhraseRule(
        .bookService, 0.85, any: ["noise", "noises", "sound", "sounds"],
        with: [
            "making", "makes", "hear", "my car", "my truck", "engine", "brakes", "from under", "when i drive",
            "when i turn",
        ],
        without: ["sounds good", "sounds great", "sounds fine", "sounds right", "sounds perfect"])

    /// Ask what is free, where a day or a time was asked for.
    static let openings: [Phrase] = [
        "what days do you have", "which days do you have", "what days have you got", "what days are", "which days are",
        "what times do you have", "what time do you have", "what times have you got", "what times are",
        "which times are", "what do you have", "what have you got", "what's available", "what is available",
        "what's free", "what is free", "what do you have open", "what's open", "when are you free", "when do you have",
        "what are my options", "what works for you", "what's the next", "when's the next", "when is the next",
        "what else do you have", "what other",
    ]

    /// Words for driving a car that is named in the same breath.
    static let driving: [Phrase] = [
        "try", "try out", "drive the", "drive a", "drive one", "drive it", "take out", "test", "for a drive", "out for",
        "see how it drives", "want to drive", "like to drive", "see the", "experience", "wheel of",
    ]

    /// Words for wanting a car, or asking after one.
    static let shopping: [Phrase] = [
        "do you have", "have any", "have you got", "you got any", "got any", "any", "in stock", "available",
        "looking for",
        "looking at", "looking to buy", "shopping for", "interested in", "want to buy", "like to buy", "buy", "buying",
        "purchase", "for sale", "sell", "do you carry", "on the lot", "is there a", "are there any", "show me",
        "what about", "tell me about", "i want a", "i need a", "i'd like a", "want a", "need a", "in the market",
        "find me",
        "get a", "thinking of getting", "thinking about getting", "carry", "is the", "still have",
    ]
}
