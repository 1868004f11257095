"""Unified social credit codes with their check digit (GB 32100-2015, 5.3)."""

DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = [pow(3, i, 31) for i in range(17)]


def credit_code(body):
    """A code of 18 characters out of the first ones; what is missing up to the 17th is filled with digits of the body."""
    body = (body + str(sum(map(ord, body))) + "0000000")[:17]
    check = (31 - sum(DIGITS.index(c) * w for c, w in zip(body, WEIGHTS)) % 31) % 31
    return body + DIGITS[check]
