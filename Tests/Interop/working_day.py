"""A day on which the dealership is surely open and nobody has booked yet."""

import datetime

HOLIDAYS = {(1, 1), (7, 4), (12, 24), (12, 25), (12, 31)}


def is_holiday(day):
    thanksgiving = day.month == 11 and day.weekday() == 3 and 22 <= day.day <= 28
    memorial = day.month == 5 and day.weekday() == 0 and day.day > 24
    labor = day.month == 9 and day.weekday() == 0 and day.day < 8
    return (day.month, day.day) in HOLIDAYS or thanksgiving or memorial or labor


def next_thursday_is_plain():
    """Whether "next Thursday" is one open day: on a Sunday it may be either of two, and some are holidays."""
    today = datetime.date.today()
    return today.weekday() != 6 and not is_holiday(today + datetime.timedelta(days=7 - today.weekday() + 3))


def working_day():
    """A Tuesday or Wednesday, two to nine days from now, that is no holiday; as one says it: `december 2`."""
    today = datetime.date.today()
    days = [today + datetime.timedelta(days=ahead) for ahead in range(2, 17)]
    day = next(day for day in days if day.weekday() in (1, 2) and not is_holiday(day))
    return f"{day:%B} {day.day}".lower()
