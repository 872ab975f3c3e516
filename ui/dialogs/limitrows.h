#pragma once

#include "core/clock.h"
#include "ui/dialogs/sharedrules.h"

#include <QWidget>

class DataField;
class DurationField;
class FormRow;
class QuantityField;
class RateField;

/// The four limits as fields, kept to what a controller can set: what it cannot is greyed with the
/// reason, what is out of its range is refused as it is typed, and rates that it rounds are told.
class LimitRows : public QWidget
{
    Q_OBJECT

public:
    /// clock must outlive the widget.
    explicit LimitRows(const Clock &clock, QWidget *parent = nullptr);

    /// Without rules everything can be typed.
    void setRules(const SharedRules &rules);

    /// Fills the fields without saying so; what cannot be set here is left out.
    void setLimits(const Limits &limits);

    /// What the fields say, of the limits that can be set.
    [[nodiscard]] Limits limits() const;

    [[nodiscard]] bool isValid() const;
    void focusFirstWrong();

    [[nodiscard]] QuantityField *field(Limit limit) const;

Q_SIGNALS:
    void edited(); ///< by the person

private:
    struct Row
    {
        Limit limit;
        QuantityField *field;
        FormRow *row;
    };

    void add(Limit limit, QuantityField *field, const QString &label);
    void showRounding(const Row &row);
    [[nodiscard]] bool canSet(Limit limit) const;

    QList<Row> m_rows;
    std::optional<SharedRules> m_rules;
    bool m_filling = false;
};
