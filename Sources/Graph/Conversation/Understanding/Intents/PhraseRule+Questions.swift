extension PhraseRule {
    /// Questions with an answer that does not depend on the caller, in this order.
    static let questions: [PhraseRule] = hours + place + ways + visits

    private static let hours: [PhraseRule] = [
        PhraseRule(
            .faqHours, 0.95,
            any: [
                "opening hours", "are your opening", "business hours", "your hours", "office hours",
                "hours of operation", "opening times",
                "how late", "how early", "closing time", "opening time", "what hours", "the hours", "service hours",
                "working hours", "sales hours", "store hours", "shop hours", "weekend hours", "holiday hours",
                "saturday hours",
                "sunday hours", "saturday's hours", "sunday's hours", "pick up my car until", "until what time",
                "till what time", "what time can i pick up", "how long are you open", "how long are you there",
                "how late can i", "your schedule",
            ]),
        PhraseRule(
            .faqHours, 0.95,
            any: [
                "open", "opens", "close", "closes", "closed", "opened", "closing", "opening", "shut", "shuts",
                "you there",
                "close up",
            ],
            with: [
                "are you", "when", "when's", "what time", "do you", "does", "are they", "until", "till", "is the",
                "you guys", "you open", "is your", "is it", "will you", "you closed", "is anyone", "are y'all",
                "still open",
            ],
            without: [
                "hood", "trunk", "door", "window", "windows", "sunroof", "when you open", "openings", "an opening",
                "any opening", "how close",
            ]),
    ]

    private static let place: [PhraseRule] = [
        PhraseRule(
            .faqLocation, 0.95,
            any: [
                "located", "location", "address", "where are you", "where is the", "directions", "how do i get to",
                "how do i get there", "find you", "where you are", "what street", "which street", "where do i go",
                "where's the", "whereabouts", "where is your", "where's your", "how to get there", "how do i find the",
                "find the dealership", "where can i find you", "near the", "close to", "what part of town", "zip code",
                "what city", "how far are you", "where do you guys", "where should i come", "where do i bring",
                "which exit", "what exit", "where exactly", "how can i get there", "where you're located",
            ],
            without: [
                "email address", "my address", "e mail address", "address is", "where is the appointment",
                "mail address",
            ]),
        PhraseRule(
            .faqLoaner, 0.95,
            any: [
                "loaner", "loaners", "loan car", "courtesy car", "courtesy cars", "rental", "rentals", "rental car",
                "replacement car", "shuttle", "loner", "loner cars", "another car while", "ride home", "borrow a car",
                "ride to work", "lend me a car", "car while mine", "car while you", "car in the meantime",
                "drive in the meantime", "give me a ride", "take me home", "get a ride", "substitute car", "lift home",
                "lift to work", "loan me a car", "drop me off", "drop me at", "rent cars", "rent a car", "spare car",
            ]),
        PhraseRule(
            .faqTradeIn, 0.95,
            any: [
                "trade in", "trade ins", "trade my", "trade it in", "buy my car", "buy my truck", "sell my car",
                "sell you my",
                "part exchange", "for my old car", "for my current car", "for my car worth", "my car worth",
                "buy used cars",
                "take my old", "buy cars", "trading in", "appraise", "appraisal", "exchange my car", "swap my car",
            ]),
        PhraseRule(
            .faqFinancing, 0.95,
            any: [
                "financing", "finance", "lease", "leasing", "leases", "monthly payment", "monthly payments", "loan",
                "loans", "interest rate", "interest rates", "down payment", "credit score", "bad credit",
                "installments",
                "installment", "payment plan", "payment plans", "apr", "monthly rate", "pay monthly", "money down",
                "pay it off",
                "pay over time", "instalments",
            ]),
        PhraseRule(
            .faqWarranty, 0.95,
            any: [
                "warranty", "warranties", "guarantee", "guaranteed", "under warranty", "guarantees", "work covered",
                "something goes wrong after", "if the repair fails", "stand behind your work",
            ]),
        PhraseRule(
            .faqPayment, 0.95,
            any: [
                "credit card", "credit cards", "pay with", "pay by", "take cash", "accept cash", "payment methods",
                "forms of payment", "how can i pay", "methods of payment", "debit card", "apple pay", "google pay",
                "take visa",
                "accept visa", "mastercard", "amex", "american express", "my card", "by card", "pay cash",
                "personal checks",
                "take checks", "accept checks", "cash only", "form of payment", "payment options", "venmo", "paypal",
                "by check",
                "how do i pay", "pay in cash", "take cards", "accept cards", "contactless",
            ]),
    ]

    private static let ways: [PhraseRule] = [
        PhraseRule(
            .faqWalkIn, 0.9,
            any: [
                "walk in", "walk ins", "without an appointment", "need an appointment", "just come by", "just drop by",
                "just show up", "just come in", "just turn up", "have to book", "just drive in", "just walk in",
                "drop in",
                "need to book", "just swing by", "have to make an appointment", "need to make an appointment",
                "just pop in",
                "no appointment", "just stop by",
            ],
            with: [
                "do i", "can i", "do you", "could i", "is it", "take", "accept", "possible", "must i", "may i",
                "okay if",
            ],
            without: ["like to book", "like to make"]),
        PhraseRule(
            .faqTowing, 0.95,
            any: [
                "tow", "towing", "tow truck", "towed", "roadside", "tow my", "come and get it", "come get it",
                "come get my car",
                "stranded", "stuck on the", "on the side of the road", "pick up a car that", "recovery truck",
                "flatbed",
                "come and get my car", "pick up my car from", "broke down on the", "breakdown service", "jump start",
            ]),
        PhraseRule(
            .faqWaiting, 0.9,
            any: [
                "waiting room", "waiting area", "wait there", "wait while", "wait for it", "wi fi", "wifi", "coffee",
                "lounge",
                "while i wait", "while you work on", "wait for my car", "can i wait", "place to wait", "wait at the",
                "sit while",
                "somewhere to wait", "customer area", "wait here", "have to wait there", "while they work",
                "stay while",
            ],
            without: ["how long", "can i wait until"]),
        PhraseRule(
            .faqParts, 0.9,
            any: [
                "parts department", "spare parts", "sell parts", "order parts", "order a part", "original parts",
                "oem parts",
                "buy parts", "wiper blades", "floor mats", "over the counter", "buy a part", "genuine parts",
                "accessories",
                "have parts", "sell tires", "spare part", "aftermarket", "roof rack", "get parts", "parts for",
                "sell batteries",
            ]),
        PhraseRule(
            .faqTestDrive, 0.9, any: ["test drive", "test drives", "test driving"],
            with: [
                "do you offer", "what do i need", "how does", "how do", "how long", "need a license", "is it free",
                "how much", "cost", "to bring", "do i need", "what should i bring", "what documents", "charge for",
                "for free", "are test drives", "have to be", "must i", "is a test drive", "requirements", "old enough",
                "do you allow", "do you do", "how far",
            ]),
    ]

    private static let visits: [PhraseRule] = [
        PhraseRule(
            .faqOther, 0.85, any: ["match", "negotiate", "haggle", "come down on", "beat", "negotiable"],
            with: ["price", "prices", "quote", "dealer's", "competitor"]),
        PhraseRule(
            .faqInventory, 0.9,
            any: ["cheapest", "least expensive", "most affordable", "best selling", "most popular", "newest"],
            with: [
                "car", "cars", "truck", "trucks", "suv", "suvs", "vehicle", "model", "models", "you have", "you sell",
            ]),
        PhraseRule(
            .faqOther, 0.85,
            any: [
                "cancellation fee", "cancellation policy", "recall", "recalls", "car wash", "wash my car", "detailing",
                "restroom", "bathroom", "toilet", "parking", "wheelchair", "charge my phone", "charging station",
                "ev charger",
                "charge my car", "key replacement", "replacement key", "new key", "spare key", "extended warranty",
                "body shop", "bodywork", "paint job", "insurance", "discount", "discounts", "coupon", "coupons",
                "special offers",
                "any deals", "any specials", "promotions", "are you hiring", "job openings", "any jobs",
                "free estimate",
                "loyalty program", "bring my dog", "pets", "kids", "play area", "after hours", "key drop", "drop box",
                "night drop", "pick up and delivery", "pickup and delivery", "deliver", "delivery", "registration fees",
                "how long have you been in business", "family owned", "speak spanish", "habla", "privacy", "my data",
                "complaint", "fax", "website", "refund", "returns", "return policy", "holidays",
            ],
            with: [
                "do you", "is there", "are there", "can i", "can you", "have you", "what", "what's", "how", "where",
                "are you",
                "could i", "do i", "any", "does", "is my", "will you", "may i", "could you", "got any", "you got",
                "which",
            ],
            without: ["calling about", "my insurance is"]),
    ]

    /// Questions about a service, looked at after the others.
    static let serviceQuestions: [PhraseRule] = [
        PhraseRule(
            .faqDuration, 0.95,
            any: [
                "how long does", "how long will", "how long would", "how long is", "how much time", "how many hours",
                "take long", "how long do you need", "how long am i", "how long for", "how long do i", "how long to",
                "how long",
                "how fast can you", "how quick is", "how quickly can", "how many minutes", "be ready by",
                "when will it be ready",
                "what's the duration", "be without my car", "take the whole day", "take all day", "be all day",
                "done the same day",
            ],
            without: ["how long have you", "how long are you open", "how long has"]),
        PhraseRule(
            .faqPrice, 0.95,
            any: [
                "how much", "price", "prices", "cost", "costs", "what do you charge", "expensive", "rates", "pricing",
                "charge for", "you charge", "quote", "going to cost", "estimate", "what do i pay", "what would i pay",
                "set me back", "the damage", "a ballpark", "what's the fee", "what does it run", "what will i pay",
                "how pricey", "hourly rate", "labor rate", "cheap", "how costly", "what am i looking at",
                "the charge", "price tag", "priced", "go for", "run me",
            ],
            without: ["how much time", "how much longer", "how much notice"]),
        PhraseRule(
            .faqServices, 0.9,
            any: [
                "what services", "which services", "services do you", "kind of services", "kinds of service",
                "type of services", "types of service", "what do you offer", "what kind of work", "list of services",
                "what repairs", "do you do repairs", "your services", "kinds of services", "kind of repairs",
                "kinds of repairs",
                "kinds of jobs", "what jobs", "services you", "services are", "all services", "services available",
                "kinds of work", "what can your workshop", "what can your mechanics", "do you service",
                "do you work on",
                "do you repair", "do you fix", "service menu", "type of repairs", "kind of maintenance",
                "what things do you fix",
            ]),
        PhraseRule(
            .faqInventory, 0.9,
            any: [
                "do you still have", "still available", "still for sale", "in stock", "what cars do you",
                "which cars do you",
                "cars do you have", "models do you have", "what models", "which models", "cars you have", "what trucks",
                "cars for sale", "your inventory", "on the lot", "buy a car", "buy a new car", "buy a used car",
                "looking to buy",
                "new cars", "used cars", "what kind of cars", "cars do you sell", "do you sell cars",
                "shopping for a car",
                "looking for a car", "looking for a new car", "looking for a used car", "in the market for",
                "your selection",
                "what colors does", "which colors", "buy a truck", "buy an suv", "what do you have in",
                "cars are available",
                "have in stock", "electric cars", "hybrid cars",
            ],
            without: [
                "parts", "part in stock", "service electric", "work on electric", "repair electric", "fix electric",
            ]),
    ]

    /// Forms of a question to the house.
    static let asking: [PhraseRule] = [
        PhraseRule(
            .faqOther, 0.5,
            any: [
                "do you have", "do you offer", "do you sell", "do you do", "do you take", "do you accept",
                "do you provide",
                "do you allow", "do you guys", "do you carry", "do you know if", "is there a", "is there any",
                "is there an",
                "are there any", "have you got", "are you able", "is it possible", "can i get", "is there somewhere",
                "what's your policy", "what is your policy", "do you also", "does the dealership", "does your",
                "is your",
                "are your",
            ],
            without: outOfScope)
    ]

    /// What nobody in the house knows or does.
    static let outOfScope: [Phrase] = [
        "pizza", "weather", "rain", "snow", "president", "football", "game", "stock market", "movie", "movies", "song",
        "music", "recipe", "joke", "lottery", "bitcoin", "crypto", "flight", "flights", "hotel", "restaurant",
        "meaning of life", "what are you doing",
        "capital of", "dog", "cat", "girlfriend", "boyfriend", "wife", "husband", "burger", "fries", "beer", "doctor",
        "tax",
        "taxes", "homework", "poem", "news", "election", "horoscope", "haircut", "dentist", "soccer", "baseball",
    ]
}
