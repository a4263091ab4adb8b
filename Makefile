# groei: build, run, test.
#
#   make            the program: build/groei (optimised) and libgroei (static and shared)
#   make run        installs what is missing, builds, opens groei
#   make test       installs what is missing and runs every test; make check only the source checks
#   make bench      figures against their bars; make install PREFIX=/usr
#
# Sources are found, not listed: a new .c file in a folder below src/ is part of the library (or
# of the program, in src/cli and src/tui); a new tests/unit/test_*.c is a test program.
# Variants: make VARIANT=asan CC=clang builds into build/asan-clang.

PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/groei
LOCALEDIR ?= $(PREFIX)/share/locale
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
VARIANT ?= release

PACKAGES := ncursesw sqlite3 yaml-0.1 jansson
B := $(if $(filter release,$(VARIANT)),build,build/$(VARIANT)-$(notdir $(CC)))

WARN := -pedantic -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
OPT_release := -O2 -g -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
OPT_asan := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
LINK_asan := -fsanitize=address,undefined

# libpq is opened when a postgresql:// store is: only its header is needed here.
CPPFLAGS := -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -DNCURSES_WIDECHAR=1 \
	-DGROEI_DATADIR='"$(DATADIR)"' -DGROEI_LOCALEDIR='"$(LOCALEDIR)"' -Iinclude
CFLAGS := -std=c11 $(WARN) $(OPT_$(VARIANT)) -fvisibility=hidden -fPIC -MMD -MP \
	$(filter-out -D_XOPEN_SOURCE%,$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))
PQ_CFLAGS := -I$(shell pg_config --includedir 2>/dev/null || echo /usr/include/postgresql)
LDFLAGS := $(LINK_$(VARIANT)) -Wl,--as-needed
LIB_LIBS := -lsqlite3 -lyaml -ljansson -lunistring -ldl
TUI_LIBS := -lncursesw -ltinfo

# Each folder sees only what its layer may see (tests/check/layers.sh checks the rest).
INC_base    := -Isrc
INC_store   := -Isrc $(PQ_CFLAGS)
INC_core    := -Isrc
INC_command := -Isrc
INC_cli     := -Isrc/cli
INC_tui     := -Isrc/tui

LIB_DIRS := base store core command
LIB_SRC  := $(foreach d,$(LIB_DIRS),$(wildcard src/$d/*.c))
APP_SRC  := $(foreach d,cli tui,$(wildcard src/$d/*.c)) src/main.c
LIB_OBJ  := $(LIB_SRC:src/%.c=$B/obj/%.o) $B/obj/core/embedded.o
APP_OBJ  := $(APP_SRC:src/%.c=$B/obj/%.o)
EMBED    := $(sort $(wildcard data/templates/*.yaml)) data/keys.conf $(wildcard data/sample/*)

all: $B/groei $B/libgroei.so $B/locale/nl/LC_MESSAGES/groei.mo

$B/groei: $(APP_OBJ) $B/libgroei.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(TUI_LIBS)

$B/libgroei.a: $(LIB_OBJ)
	rm -f $@ && ar rcs $@ $^

$B/libgroei.so: $(LIB_OBJ)
	$(CC) $(LDFLAGS) -shared -Wl,-soname,libgroei.so.0 -Wl,-z,defs -o $@ $^ $(LIB_LIBS)

$B/obj/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(INC_$(firstword $(subst /, ,$*))) $(CFLAGS) -c -o $@ $<

$B/obj/main.o: INC_main.c = -Isrc
$B/obj/main.o: src/main.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Isrc $(CFLAGS) -c -o $@ $<

# Templates, keys and the sample team travel inside the library.
$B/gen/embedded.c: $(EMBED) src/tools/embed.sh
	@mkdir -p $(@D)
	sh src/tools/embed.sh $(EMBED) > $@.tmp && mv $@.tmp $@
$B/obj/core/embedded.o: $B/gen/embedded.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(INC_core) $(CFLAGS) -c -o $@ $<

$B/locale/%/LC_MESSAGES/groei.mo: data/po/%.po
	@mkdir -p $(@D)
	msgfmt -o $@ $<

# Tests: one program per tests/unit/test_*.c and tests/store/test_*.c; they see the library's inside.
TEST_SRC := $(wildcard tests/unit/test_*.c tests/store/test_*.c)
TEST_BIN := $(TEST_SRC:tests/%.c=$B/tests/%)
tests: $(TEST_BIN)
$B/tests/%: tests/%.c $B/libgroei.a
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Isrc -Itests $(PQ_CFLAGS) $(filter-out -fvisibility=hidden,$(CFLAGS)) $(LDFLAGS) -o $@ $< \
		$(wildcard $(<D)/support.c) $B/libgroei.a -lcmocka $(LIB_LIBS)

-include $(LIB_OBJ:.o=.d) $(APP_OBJ:.o=.d) $(TEST_BIN:=.d)

clean:
	rm -rf build

.PHONY: all tests clean
.DELETE_ON_ERROR:
