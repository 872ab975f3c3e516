#pragma once

#include <QWidget>

class QGridLayout;
class TextLabel;

/// A group of "name: value" lines under a heading. A line without a value is not there: what a
/// controller does not tell is left out.
class Facts : public QWidget
{
    Q_OBJECT

public:
    explicit Facts(const QString &heading, QWidget *parent = nullptr);

    /// Makes a line; the number is what set() knows it by. Fixed: for addresses, and to be copied.
    int add(const QString &name, bool fixed = false);
    void set(int line, const QString &value, const QString &toolTip = {});

    /// A widget of its own below the lines.
    void addBelow(QWidget *widget);

    /// Shown below everything; empty hides it.
    void setNote(const QString &note);

private:
    struct Line
    {
        TextLabel *name;
        TextLabel *value;
    };

    void hideWhenEmpty();

    QGridLayout *m_grid;
    TextLabel *m_note;
    QList<Line> m_lines;
};
