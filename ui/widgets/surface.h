#pragma once

#include "ui/look/tokens.h"

#include <QWidget>

/// A plain ground with 1 px lines on some of its sides. The lines lie inside the margins, so give
/// the layout at least one pixel there. Views on it want no ground of their own: see letThrough().
class Surface : public QWidget
{
    Q_OBJECT

public:
    explicit Surface(Token ground, Qt::Edges lines = {}, QWidget *parent = nullptr);

    /// Takes frame and ground from a view or scroll area, so that the surface behind it shows.
    static void letThrough(class QAbstractScrollArea *view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Token m_ground;
    Qt::Edges m_lines;
};
