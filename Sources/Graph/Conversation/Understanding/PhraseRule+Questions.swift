extension PhraseRule {
    /// Questions with an answer that does not depend on the caller, in this order.
    static let questions: [PhraseRule] = [
        PhraseRule(
            .faqHours, 0.95,
            any: [
                "opening hours", "business hours", "your hours", "office hours", "hours of operation", "opening times",
                "how late", "how early", "closing time", "opening time", "what hours", "the hours", "service hours",
                "working hours", "sales hours",
            ]),
        PhraseRule(
            .faqHours, 0.95, any: ["open", "close", "closed", "opened", "closing", "opening"],
            with: [
                "are you", "when", "what time", "do you", "does", "are they", "until", "till", "is the", "you guys",
            ],
            without: ["hood", "trunk", "door", "window", "windows", "sunroof"]),
        PhraseRule(
            .faqLocation, 0.95,
            any: [
                "located", "location", "address", "where are you", "where is the", "directions", "how do i get to",
                "how do i get there", "find you", "where you are", "what street", "where do i go", "where's the",
            ],
            without: ["email address", "my address"]),
        PhraseRule(
            .faqLoaner, 0.95,
            any: [
                "loaner", "loaners", "loan car", "courtesy car", "courtesy cars", "rental", "rentals", "rental car",
                "replacement car", "shuttle", "loner", "loner cars", "another car while", "ride home",
            ]),
        PhraseRule(
            .faqFinancing, 0.95,
            any: [
                "financing", "finance", "lease", "leasing", "leases", "monthly payment", "monthly payments", "loan",
                "loans", "interest rate", "down payment", "credit score",
            ]),
        PhraseRule(
            .faqTradeIn, 0.95, any: ["trade in", "trade my", "trade it in", "buy my car", "sell my car", "sell you my"]),
        PhraseRule(.faqWarranty, 0.95, any: ["warranty", "warranties", "guarantee", "under warranty"]),
        PhraseRule(
            .faqPayment, 0.95,
            any: [
                "credit card", "credit cards", "pay with", "pay by", "take cash", "accept cash", "payment methods",
                "forms of payment", "how can i pay", "methods of payment", "debit card", "apple pay",
            ]),
        PhraseRule(
            .faqWalkIn, 0.9,
            any: [
                "walk in", "walk ins", "without an appointment", "need an appointment", "just come by", "just drop by",
                "just show up",
            ],
            with: ["do i", "can i", "do you", "could i", "is it", "take", "accept", "have to"]),
        PhraseRule(.faqTowing, 0.95, any: ["tow", "towing", "tow truck", "towed", "roadside"]),
        PhraseRule(
            .faqWaiting, 0.9,
            any: ["waiting room", "waiting area", "wait there", "wait while", "wait for it", "wi fi", "wifi", "coffee"]),
        PhraseRule(
            .faqParts, 0.9,
            any: ["parts department", "spare parts", "sell parts", "order parts", "order a part", "original parts"]),
        PhraseRule(
            .faqTestDrive, 0.9, any: ["test drive", "test drives"],
            with: [
                "do you offer", "what do i need", "how does", "how do", "how long", "need a license", "bring",
                "is it free",
                "how much", "cost",
            ]),
    ]

    /// Questions about a service, looked at after the others.
    static let serviceQuestions: [PhraseRule] = [
        PhraseRule(
            .faqPrice, 0.95,
            any: [
                "how much", "price", "prices", "cost", "costs", "what do you charge", "expensive", "rates", "pricing",
                "charge for", "you charge", "quote", "going to cost",
            ]),
        PhraseRule(
            .faqDuration, 0.95,
            any: ["how long does", "how long will", "how long would", "how long is", "how much time", "how many hours"]),
        PhraseRule(
            .faqServices, 0.9,
            any: [
                "what services", "which services", "services do you", "kind of services", "kinds of service",
                "type of services", "types of service", "what do you do", "what can you do", "what do you offer",
                "what kind of work", "list of services", "what repairs", "do you do repairs", "your services",
            ]),
        PhraseRule(.faqInventory, 0.9, any: ["do you still have", "still available", "still for sale"]),
        PhraseRule(
            .faqInventory, 0.9,
            any: [
                "in stock", "what cars do you", "which cars do you", "cars do you have", "models do you have",
                "what models", "do you sell", "do you have any", "have any",
            ],
            with: [
                "car", "cars", "models", "truck", "trucks", "suv", "suvs", "vehicles", "electric", "hybrids", "sell",
                "stock",
            ]),
    ]
}
