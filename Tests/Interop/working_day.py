"""A day on which the dealership is surely open and nobody has booked yet."""

import datetime

HOLIDAYS = {(1, 1), (7, 4), (12, 24), (12, 25), (12, 31)}


def working_day():
    """A Tuesday or Wednesday, two to nine days from now, that is no holiday; as one says it: `december 2`."""
    today = datetime.date.today()
    days = [today + datetime.timedelta(days=ahead) for ahead in range(2, 17)]
    day = next(day for day in days if day.weekday() in (1, 2) and (day.month, day.day) not in HOLIDAYS)
    return f"{day:%B} {day.day}".lower()
