// # Delivery
//
// Events on their way to other programs: signed webhooks, kept until they arrive.
