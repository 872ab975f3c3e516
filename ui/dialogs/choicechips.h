#pragma once

#include <QWidget>

class ChoiceChip;

/// Chips of which one or none is chosen, over as many lines as they need. One stop for Tab; the
/// arrow keys choose.
class ChoiceChips : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceChips(const QString &name, QWidget *parent = nullptr);

    /// description is for tool tip and screen reader.
    void addChip(const QString &word, const QString &description = {});
    void clear();

    [[nodiscard]] int count() const { return int(m_chips.size()); }
    [[nodiscard]] int current() const { return m_current; } ///< -1: none
    void setCurrent(int place); ///< without saying so

Q_SIGNALS:
    /// The person chose a chip, also the one that was chosen already.
    void chosen(int place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int place);
    void giveFocusTo(int place);

    QList<ChoiceChip *> m_chips;
    int m_current = -1;
};
