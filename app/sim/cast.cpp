#include "sim/cast.h"

using namespace Qt::StringLiterals;

namespace {

struct Maker
{
    const char16_t *name;
    quint32 prefix;
};

struct Model
{
    const char16_t *name;
    const char16_t *hostName;
    const char16_t *kind;
    Maker maker;
    int privatePercent;
};

constexpr Maker apple{u"Apple", 0xf01898};
constexpr Maker samsung{u"Samsung Electronics", 0x8c79f5};
constexpr Maker google{u"Google", 0xf88fca};
constexpr Maker xiaomi{u"Xiaomi Communications", 0x50ec50};
constexpr Maker intel{u"Intel Corporate", 0x8086f2};
constexpr Maker lenovo{u"Lenovo", 0x6c2408};
constexpr Maker sony{u"Sony Interactive Entertainment", 0x709e29};
constexpr Maker amazon{u"Amazon Technologies", 0x0c47c9};
constexpr Maker brother{u"Brother Industries", 0x008077};
constexpr Maker zebra{u"Zebra Technologies", 0x48a493};
constexpr Maker yealink{u"Yealink", 0x805ec0};
constexpr Maker raspberry{u"Raspberry Pi Trading", 0xdca632};

constexpr Model guestModels[] = {
    {u"iPhone", u"iPhone", u"phone", apple, 55},
    {u"iPhone 15", u"iPhone", u"phone", apple, 55},
    {u"iPhone SE", u"iPhone", u"phone", apple, 50},
    {u"Galaxy S24", u"Galaxy-S24", u"phone", samsung, 45},
    {u"Galaxy A54", u"Galaxy-A54", u"phone", samsung, 45},
    {u"Pixel 8", u"Pixel-8", u"phone", google, 50},
    {u"Xiaomi 13T", u"Xiaomi-13T", u"phone", xiaomi, 40},
    {u"iPad", u"iPad", u"tablet", apple, 40},
    {u"Galaxy Tab", u"Galaxy-Tab-S9", u"tablet", samsung, 30},
    {u"MacBook Air", u"MacBook-Air", u"laptop", apple, 20},
    {u"ThinkPad", u"THINKPAD-X1", u"laptop", lenovo, 10},
    {u"laptop", u"DESKTOP-7QK2M1F", u"laptop", intel, 5},
    {u"Kindle", u"Kindle", u"reader", amazon, 0},
    {u"Apple Watch", u"Watch", u"watch", apple, 60},
    {u"PS5", u"PS5-812", u"game console", sony, 0},
};

constexpr Model houseModels[] = {
    {u"Reception printer", u"BRW008077A1", u"printer", brother, 0},
    {u"Label printer", u"ZBR-4412", u"printer", zebra, 0},
    {u"Bar till", u"till-02", u"till", lenovo, 0},
    {u"Door panel", u"panel-east", u"panel", raspberry, 0},
    {u"Desk phone 14", u"SIP-T46U", u"telephone", yealink, 0},
    {u"Office laptop", u"OFFICE-L07", u"laptop", intel, 0},
    {u"Signage screen", u"signage-hall", u"screen", raspberry, 0},
};

constexpr const char16_t *people[] = {
    u"Ana",
    u"Jürgen",
    u"Chloé",
    u"Marco",
    u"Yuki",
    u"Priya",
    u"Oluwaseun",
    u"Freya",
    u"Mateusz",
    u"Inês",
    u"Søren",
    u"Leila",
    u"Nguyễn",
    u"Ewa",
    u"Dmytro",
    u"Aoife",
    u"Hassan",
    u"Mei",
    u"Tomás",
    u"Zeynep",
    u"Bram",
    u"Kofi",
    u"Noor",
    u"Élodie",
    u"Giulia",
    u"Rasmus",
    u"Thandiwe",
    u"Ivo",
};

QString possessive(Dice &dice, const QString &device)
{
    const QString person = QString::fromUtf16(dice.oneOf(people));
    switch (dice.below(5)) {
    case 0:
        return u"%1 de %2"_s.arg(device, person);
    case 1:
        return u"%1 von %2"_s.arg(device, person);
    case 2:
        return u"%1 (%2)"_s.arg(device, person);
    default:
        return u"%1’s %2"_s.arg(person, device);
    }
}

CastDevice deviceOf(const Model &model, Dice &dice)
{
    CastDevice device;
    device.hostName = QString::fromUtf16(model.hostName);
    device.kind = QString::fromUtf16(model.kind);
    device.privateAddress = dice.percent(model.privatePercent);
    if (!device.privateAddress)
        device.vendor = QString::fromUtf16(model.maker.name);
    device.makerPrefix
        = device.privateAddress ? (dice.bits() & 0xfcffff) | 0x020000 : model.maker.prefix;
    return device;
}

} // namespace

CastDevice guestDevice(Dice &dice)
{
    const Model &model = dice.oneOf(guestModels);
    CastDevice device = deviceOf(model, dice);
    const int habit = dice.below(10);
    if (habit < 6)
        device.name = possessive(dice, QString::fromUtf16(model.name));
    else if (habit < 9)
        device.name = device.hostName;
    if (habit == 9)
        device.hostName.clear();
    return device;
}

CastDevice houseDevice(Dice &dice)
{
    const Model &model = dice.oneOf(houseModels);
    CastDevice device = deviceOf(model, dice);
    device.name = QString::fromUtf16(model.name);
    return device;
}
