import Conversation

extension SeedData {
    static let faq = [
        FAQEntry(
            category: "hours", question: "What are your opening hours?",
            answer: "We are open Monday to Friday from 8 AM to 6 PM, and Saturday from 9 AM to 4 PM. "
                + "On Sunday we are closed.",
            keywords: "opening hours open close closed times when late early weekend sunday saturday"),
        FAQEntry(
            category: "location", question: "Where are you located?",
            answer: "We are at 1200 River Road, right across from the train station.",
            keywords: "location located address directions where find street map"),
        FAQEntry(
            category: "loaner", question: "Do you have loaner cars?",
            answer: "Yes, we have free loaner cars for any service that takes more than two hours. "
                + "Just ask for one when you book.",
            keywords: "loaner courtesy rental replacement car shuttle ride"),
        FAQEntry(
            category: "financing", question: "Do you offer financing?",
            answer: "Yes, we offer financing and leasing for new and used cars. Our finance desk can give you a rate "
                + "in about fifteen minutes.",
            keywords: "financing finance lease leasing loan credit monthly payment rate"),
        FAQEntry(
            category: "test_drive", question: "How do test drives work?",
            answer: "A test drive is free and takes about thirty minutes. Please bring your driver's license.",
            keywords: "test drive try license"),
        FAQEntry(
            category: "trade_in", question: "Do you take trade-ins?",
            answer: "Yes, we take cars of every make in trade. An appraisal is free and takes about twenty minutes.",
            keywords: "trade in sell my car appraisal value"),
        FAQEntry(
            category: "warranty", question: "What warranty do you give?",
            answer: "Our repairs carry a warranty of two years or 24,000 miles. New cars carry the maker's warranty.",
            keywords: "warranty guarantee covered repair"),
        FAQEntry(
            category: "payment", question: "How can I pay?",
            answer: "We take all major credit and debit cards, checks, cash, and payment by phone.",
            keywords: "pay payment credit debit card cash check methods"),
        FAQEntry(
            category: "walk_in", question: "Do I need an appointment?",
            answer: "For most work an appointment is best. Oil changes and tire rotations we also do without one, "
                + "while you wait.",
            keywords: "appointment walk in without drop by"),
        FAQEntry(
            category: "towing", question: "Do you offer towing?",
            answer:
                "Yes, we can send a tow truck at any hour. Towing within twenty miles is free when we do the repair.",
            keywords: "tow towing truck roadside breakdown stranded"),
        FAQEntry(
            category: "waiting", question: "Can I wait while my car is serviced?",
            answer: "Of course. We have a waiting room with coffee, desks and free wireless internet.",
            keywords: "wait waiting room lounge coffee wifi internet"),
        FAQEntry(
            category: "parts", question: "Do you sell parts?",
            answer: "Yes, our parts department keeps original parts and can order most others by the next day.",
            keywords: "parts spare accessories order original"),
        FAQEntry(
            category: "price", question: "What do your services cost?",
            answer: "An oil change starts at 49 dollars, and a brake service at 180. "
                + "Tell me which service you need and I will give you its price.",
            keywords: "price prices cost charge expensive how much rates quote"),
        FAQEntry(
            category: "duration", question: "How long does a service take?",
            answer: "An oil change takes about forty five minutes, most other services one to two hours.",
            keywords: "how long duration take time minutes hours"),
        FAQEntry(
            category: "electric", question: "Do you service electric cars?",
            answer: "Yes, we sell and service electric and hybrid cars, and you can charge here for free.",
            keywords: "electric hybrid ev charge charging charger"),
        FAQEntry(
            category: "makes", question: "Which makes do you service?",
            answer: "We sell Toyota, Honda, Ford and Hyundai, and we service cars of every make.",
            keywords: "makes brands service foreign domestic which cars"),
    ]
}
