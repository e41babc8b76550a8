/// A customer's car (document 004, table `vehicles`).
package struct Vehicle: Codable, Hashable, Sendable {
    package var id: Int?
    package var make: String?
    package var model: String
    package var year: Int?
    package var licensePlate: String?
    package var vin: String?

    package init(
        id: Int? = nil, make: String? = nil, model: String, year: Int? = nil, licensePlate: String? = nil,
        vin: String? = nil
    ) {
        self.id = id
        self.make = make
        self.model = model
        self.year = year
        self.licensePlate = licensePlate
        self.vin = vin
    }

    private enum CodingKeys: String, CodingKey {
        case id, make, model, year, vin
        case licensePlate = "license_plate"
    }
}
