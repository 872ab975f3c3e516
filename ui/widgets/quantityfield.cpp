#include "ui/widgets/quantityfield.h"

#include "ui/look/theme.h"

#include <QLineEdit>

#include <limits>

namespace {

constexpr LimitRange anything{1, std::numeric_limits<int>::max()};
constexpr int fieldWidth = 150;

} // namespace

QuantityField::QuantityField(QWidget *parent)
    : QComboBox(parent)
    , m_unsetText(tr("no limit"))
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setCompleter(nullptr);
    connect(this, &QComboBox::editTextChanged, this, [this] {
        Theme::setWrong(this, !isValid());
        Q_EMIT edited();
    });
}

void QuantityField::setRange(const std::optional<LimitRange> &range)
{
    m_range = range;
    Theme::setWrong(this, !isValid());
    Q_EMIT edited();
}

void QuantityField::setSuggestions(const QList<std::optional<int>> &suggestions)
{
    const QString typed = currentText();
    const QSignalBlocker quiet(this);
    clear();
    for (const std::optional<int> &value : suggestions)
        addItem(value ? write(*value) : m_unsetText);
    setEditText(typed);
}

void QuantityField::setValue(std::optional<int> value)
{
    setEditText(value ? write(*value) : m_unsetText);
}

std::optional<int> QuantityField::value() const
{
    const quantity::Reading read = reading();
    return read && isValid() ? *read : std::nullopt;
}

QString QuantityField::errorText() const
{
    const quantity::Reading read = reading();
    if (!read && read.error() == quantity::Problem::NotUnderstood)
        return example();
    if (read && !*read)
        return {};
    const LimitRange range = m_range.value_or(anything);
    if (read && range.holds(**read))
        return {};
    if (range.most == anything.most)
        return tr("This must be %1 or more.").arg(write(range.least));
    return tr("This controller takes %1 to %2.").arg(write(range.least), write(range.most));
}

void QuantityField::setUnsetText(const QString &text)
{
    m_unsetText = text;
}

QSize QuantityField::sizeHint() const
{
    return {fieldWidth, QComboBox::sizeHint().height()};
}

quantity::Reading QuantityField::reading() const
{
    const QString text = currentText().trimmed();
    if (text.compare(m_unsetText, Qt::CaseInsensitive) == 0)
        return std::optional<int>();
    return read(text);
}

DurationField::DurationField(const Clock &clock, QWidget *parent)
    : QuantityField(parent)
    , m_clock(clock)
{
}

QString DurationField::meaning() const
{
    const auto minutes = value();
    if (!minutes)
        return {};
    const QDateTime now = m_clock.now().toLocalTime();
    const QDateTime end = now.addSecs(qint64(*minutes) * 60);
    const QString format = locale().timeFormat(QLocale::ShortFormat).remove(QStringLiteral(":ss"));
    const QString time = locale().toString(end.time(), format);
    const qint64 days = now.date().daysTo(end.date());
    QLocale bare = locale();
    bare.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString number = bare.toString(*minutes);
    if (days == 0)
        return tr("%1 min, until %2").arg(number, time);
    //: %2 is a day such as "Sun" or "3 Dec", %3 a clock time
    return tr("%1 min, until %2 %3")
        .arg(number,
            locale().toString(
                end.date(), days < 7 ? QStringLiteral("ddd") : QStringLiteral("d MMM")),
            time);
}

quantity::Reading DurationField::read(const QString &text) const
{
    return quantity::readDuration(text, locale(), m_clock.now().toLocalTime());
}

QString DurationField::write(int value) const
{
    return quantity::durationText(value, locale());
}

QString DurationField::example() const
{
    return tr("Type a time such as 2 h, 90 min, 3 days or until 11:00.");
}

RateField::RateField(QWidget *parent)
    : QuantityField(parent)
{
}

QString RateField::meaning() const
{
    const auto kbps = value();
    const QString text = kbps ? write(*kbps) : QString();
    return text == currentText().trimmed() ? QString() : text;
}

quantity::Reading RateField::read(const QString &text) const
{
    return quantity::readRate(text, locale());
}

QString RateField::write(int value) const
{
    return quantity::rateText(value, locale());
}

QString RateField::example() const
{
    return tr("Type a rate such as 5 Mbit/s or 500 kbit/s, or no limit.");
}

DataField::DataField(QWidget *parent)
    : QuantityField(parent)
{
}

QString DataField::meaning() const
{
    const auto megabytes = value();
    if (!megabytes)
        return {};
    const QString text = tr("%1 MB").arg(locale().toString(*megabytes));
    return write(*megabytes) == currentText().trimmed() && text == write(*megabytes) ? QString()
                                                                                     : text;
}

quantity::Reading DataField::read(const QString &text) const
{
    return quantity::readAmount(text, locale());
}

QString DataField::write(int value) const
{
    return quantity::amountText(value, locale());
}

QString DataField::example() const
{
    return tr("Type an amount such as 500 MB or 2 GB, or no limit.");
}
