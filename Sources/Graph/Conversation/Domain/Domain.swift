package import FoundationEssentials

/// What the conversation is about: the names it knows, the hours it keeps, the words it uses.
///
/// Facts with a price or a date are not here: they come from tools.
package struct Domain: Sendable {
    package var name: String
    package var timeZone: TimeZone
    package var openingHours: OpeningHours
    package var services: [ServiceName]
    package var models: [ModelName]
    /// What callers ask about, by the FAQ's category.
    package var topics: [Topic]
    /// What can be booked here.
    package var appointmentTypes: [AppointmentType]
    /// What people have to do with the tools that change something, by their names; `auto` for the others.
    package var policies: [String: ToolPolicy]
    /// How far ahead appointments are given, in days.
    package var bookingHorizon: Int
    package var phrases: any Phrasebook
    /// What the business says of its tools, by their names; a language model is told.
    package var toolDescriptions: [String: String] = [:]
    /// The graph conversations run on; `nil`: document 004's.
    package var graph: ConversationPlan?

    package init(
        name: String, timeZone: TimeZone, openingHours: OpeningHours, services: [ServiceName], models: [ModelName],
        topics: [Topic] = [], appointmentTypes: [AppointmentType] = AppointmentType.allCases,
        policies: [String: ToolPolicy] = [:], bookingHorizon: Int = 120, phrases: any Phrasebook
    ) {
        self.name = name
        self.timeZone = timeZone
        self.openingHours = openingHours
        self.services = services
        self.models = models
        self.topics = topics
        self.appointmentTypes = appointmentTypes
        self.policies = policies
        self.bookingHorizon = bookingHorizon
        self.phrases = phrases
    }

    /// `an oil change` for `Oil Change`; a name nobody listed stands for itself.
    package func spoken(service name: String) -> String {
        services.first { $0.name == name }?.spoken ?? name.lowercased()
    }
}
