#pragma once

#include "core/clock.h"
#include "core/limits.h"
#include "ui/widgets/quantity.h"

#include <QComboBox>

/// An editable combo box for one limit. People type what they like; value() is the number in the
/// limit's unit. What it means and what is wrong with it are sentences that a FormRow shows
/// beneath.
class QuantityField : public QComboBox
{
    Q_OBJECT

public:
    /// Both ends included; also what the error names. Without a range any number of 1 or more is
    /// right.
    void setRange(const std::optional<LimitRange> &range);

    /// What the list below the arrow offers; an unset one is "no limit".
    void setSuggestions(const QList<std::optional<int>> &suggestions);

    void setValue(std::optional<int> value);
    /// What the text says now; unset for no limit, and while isValid() is false.
    [[nodiscard]] std::optional<int> value() const;

    [[nodiscard]] bool isValid() const { return errorText().isEmpty(); }
    /// One sentence with what would be right; empty when all is well.
    [[nodiscard]] QString errorText() const;
    /// What the text means, such as "120 min, until 16:03"; empty when that is plain or wrong.
    [[nodiscard]] virtual QString meaning() const { return {}; }

    /// Says "no limit" in the words of this field.
    void setUnsetText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The text changed, and with it perhaps value, meaning and error.
    void edited();

protected:
    explicit QuantityField(QWidget *parent);

    [[nodiscard]] virtual quantity::Reading read(const QString &text) const = 0;
    [[nodiscard]] virtual QString write(int value) const = 0;
    [[nodiscard]] virtual QString example() const = 0; ///< a sentence for what was not understood

private:
    [[nodiscard]] quantity::Reading reading() const;

    std::optional<LimitRange> m_range;
    QString m_unsetText;
};

/// Minutes, typed as a time or as the end of one.
class DurationField : public QuantityField
{
    Q_OBJECT

public:
    /// The clock must outlive the field.
    explicit DurationField(const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] QString meaning() const override;

protected:
    [[nodiscard]] quantity::Reading read(const QString &text) const override;
    [[nodiscard]] QString write(int value) const override;
    [[nodiscard]] QString example() const override;

private:
    const Clock &m_clock;
};

/// kbit/s
class RateField : public QuantityField
{
    Q_OBJECT

public:
    explicit RateField(QWidget *parent = nullptr);

    [[nodiscard]] QString meaning() const override;

protected:
    [[nodiscard]] quantity::Reading read(const QString &text) const override;
    [[nodiscard]] QString write(int value) const override;
    [[nodiscard]] QString example() const override;
};

/// MB
class DataField : public QuantityField
{
    Q_OBJECT

public:
    explicit DataField(QWidget *parent = nullptr);

    [[nodiscard]] QString meaning() const override;

protected:
    [[nodiscard]] quantity::Reading read(const QString &text) const override;
    [[nodiscard]] QString write(int value) const override;
    [[nodiscard]] QString example() const override;
};
