#pragma once

#include <QList>
#include <QWidget>

class FilterChip;

/// A row of chips of which one is chosen: "Waiting 41", "Authorized 212", "All 304". One stop for
/// Tab; arrow keys, Home and End choose. The accessible name of a chip is its word alone, the count
/// is its description.
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    /// The first chip is the chosen one until another is.
    void addChip(int id, const QString &word);
    /// A negative count is not shown.
    void setCount(int id, int count);

    [[nodiscard]] int current() const { return m_current; } ///< -1 without chips
    /// Chooses without saying so.
    void setCurrent(int id);

Q_SIGNALS:
    /// The person chose another chip.
    void currentChanged(int id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int id);
    [[nodiscard]] FilterChip *chip(int id) const;
    [[nodiscard]] int placeOf(int id) const;

    QList<FilterChip *> m_chips;
    int m_current = -1;
};
