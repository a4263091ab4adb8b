/* The smallest list program: the floor for a screen. Draws a list of a thousand lines, moves its
 * cursor with the arrows, leaves on q. Linked to the libraries that groei is linked to; writes
 * groei's idle marker, so that both are measured by the same driver. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>

enum { LINES_IN_LIST = 1000 };

static void draw(int top, int cursor)
{
	int rows, cols;

	getmaxyx(stdscr, rows, cols);
	erase();
	for (int row = 0; row < rows - 1 && top + row < LINES_IN_LIST; row++) {
		attrset(top + row == cursor ? A_REVERSE : A_NORMAL);
		mvprintw(row, 0, "%4d  %-*.*s", top + row, cols - 8, cols - 8, "a line of the list");
	}
	attrset(A_NORMAL);
	mvaddstr(rows - 1, 0, "q leaves");
	move(cursor - top, 0);
	refresh();
}

int main(void)
{
	static const char marker[] = "\033]7770;idle=0\033\\";
	int cursor = 0, top = 0, key = 0;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	while (key != 'q' && key != ERR) {
		if (cursor < top)
			top = cursor;
		if (cursor > top + LINES - 2)
			top = cursor - (LINES - 2);
		draw(top, cursor);
		if (write(STDOUT_FILENO, marker, sizeof marker - 1) < 0)
			break;
		key = getch();
		if (key == KEY_DOWN && cursor < LINES_IN_LIST - 1)
			cursor++;
		else if (key == KEY_UP && cursor > 0)
			cursor--;
	}
	endwin();
	return 0;
}
