# groei: build, run, test.
#
#   make            the program: build/groei (optimised) and libgroei (static and shared)
#   make run        installs what is missing, builds, opens groei
#   make test       installs what is missing and runs every test; make check only the source checks
#   make bench      figures against their bars; make install PREFIX=/usr (DESTDIR, uninstall)
#   make screens    rewrites the expected screens; make po gathers the sentences to translate
#
# Sources are found, not listed: a new .c file in a folder below src/ is part of the library (or
# of the program, in src/cli and src/tui); a new tests/unit/test_*.c is a test program.
# Variants: make VARIANT=asan CC=clang builds into build/asan-clang.

PREFIX  ?= /usr/local
DATADIR ?= $(PREFIX)/share/groei
LOCALEDIR ?= $(PREFIX)/share/locale
LIBDIR  ?= $(PREFIX)/lib
MANDIR  ?= $(PREFIX)/share/man
CC      := $(if $(filter default,$(origin CC)),gcc,$(CC))
VARIANT ?= release

PACKAGES := ncursesw sqlite3 yaml-0.1
B := $(if $(filter release,$(VARIANT)),build,build/$(VARIANT)-$(notdir $(CC)))

# Each step in one short line; make V=1 shows the commands.
SAY = $(if $(V),,@echo '  $@' && )

WARN := -pedantic -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Werror
OPT_release := -O2 -g -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
OPT_asan := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
LINK_asan := -fsanitize=address,undefined
OPT_fuzz := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined
LINK_fuzz := -fsanitize=fuzzer,address,undefined

# libpq is opened when a postgresql:// store is: only its header is needed here.
CPPFLAGS := -D_DEFAULT_SOURCE -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 -DNCURSES_WIDECHAR=1 \
	-DGROEI_DATADIR='"$(DATADIR)"' -DGROEI_LOCALEDIR='"$(LOCALEDIR)"' -Iinclude
CFLAGS := -std=c11 $(WARN) $(OPT_$(VARIANT)) -fvisibility=hidden -fPIC -MMD -MP \
	$(filter-out -D_XOPEN_SOURCE%,$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))
PQ_CFLAGS := -I$(shell pg_config --includedir 2>/dev/null || echo /usr/include/postgresql)
LDFLAGS := $(LINK_$(VARIANT)) -Wl,--as-needed
LIB_LIBS := -lsqlite3 -lyaml -lunistring -ldl
TUI_LIBS := -lncursesw -ltinfo

# Each folder sees only what its layer may see (tests/check/layers.sh checks the rest).
INC_base    := -Isrc
INC_store   := -Isrc $(PQ_CFLAGS)
INC_core    := -Isrc
INC_command := -Isrc
INC_cli     := -Isrc/cli
INC_tui     := -Isrc/tui
INC_main    := -Isrc

LIB_DIRS := base store core command
LIB_SRC  := $(foreach d,$(LIB_DIRS),$(wildcard src/$d/*.c))
APP_SRC  := $(foreach d,cli tui,$(wildcard src/$d/*.c)) src/main.c
LIB_OBJ  := $(LIB_SRC:src/%.c=$B/obj/%.o) $B/obj/core/embedded.o
APP_OBJ  := $(APP_SRC:src/%.c=$B/obj/%.o)
EMBED    := $(sort $(wildcard data/templates/*.yaml)) data/keys.conf data/framework.yaml data/guard.yaml data/lint.yaml data/template.yaml $(wildcard data/sample/*)

all: $B/groei $B/libgroei.so $B/locale/nl/LC_MESSAGES/groei.mo

$B/groei: $(APP_OBJ) $B/libgroei.a
	$(SAY)$(CC) $(LDFLAGS) -o $@ $^ $(LIB_LIBS) $(TUI_LIBS)

$B/libgroei.a: $(LIB_OBJ)
	$(SAY)rm -f $@ && ar rcs $@ $^

$B/libgroei.so: $(LIB_OBJ)
	$(SAY)$(CC) $(LDFLAGS) -shared -Wl,-soname,libgroei.so.0 -Wl,-z,defs -o $@ $^ $(LIB_LIBS)

$B/obj/%.o: src/%.c Makefile $B/places
	@mkdir -p $(@D)
	$(SAY)$(CC) $(CPPFLAGS) $(INC_$(firstword $(subst /, ,$*))) $(CFLAGS) -c -o $@ $<

# The places are compiled in: another PREFIX compiles again.
$B/places: FORCE
	@mkdir -p $(@D)
	@echo '$(DATADIR) $(LOCALEDIR)' | cmp -s - $@ || echo '$(DATADIR) $(LOCALEDIR)' > $@
FORCE:

# Templates, keys and the sample team travel inside the library.
$B/gen/embedded.c: $(EMBED) src/tools/embed.sh
	@mkdir -p $(@D)
	$(SAY)sh src/tools/embed.sh $(EMBED) > $@.tmp && mv $@.tmp $@
$B/obj/core/embedded.o: $B/gen/embedded.c
	@mkdir -p $(@D)
	$(SAY)$(CC) $(CPPFLAGS) $(INC_core) $(CFLAGS) -c -o $@ $<

$B/locale/%/LC_MESSAGES/groei.mo: data/po/%.po
	@mkdir -p $(@D)
	$(SAY)msgfmt -o $@ $<

# Tests: one program per tests/unit/test_*.c and tests/store/test_*.c; they see the library's inside.
TEST_SRC := $(wildcard tests/unit/test_*.c tests/store/test_*.c)
TEST_BIN := $(TEST_SRC:tests/%.c=$B/tests/%)
tests: $(TEST_BIN) $B/tests/fault/power
$B/tests/fault/power: $(addprefix $B/tests/fault/,power_disk.o power_vfs.o)
$B/tests/unit/test_editor: $(addprefix $B/obj/tui/,editor.o editor_lines.o editor_undo.o newlines.o)
$B/tests/unit/test_key: $(addprefix $B/obj/tui/,key.o key_name.o)
$B/tests/unit/test_config: $B/obj/cli/config.o $B/locale/nl/LC_MESSAGES/groei.mo
$B/tests/unit/test_rows: $B/obj/tui/rows.o
$B/tests/unit/test_keymap: $(patsubst src/%.c,$B/obj/%.o,$(wildcard src/tui/*.c))
$B/tests/unit/test_keymap: LIB_LIBS += $(TUI_LIBS)
$B/tests/%: tests/%.c $B/libgroei.a
	@mkdir -p $(@D)
	$(SAY)$(CC) $(CPPFLAGS) -Isrc -Itests $(PQ_CFLAGS) $(filter-out -fvisibility=hidden,$(CFLAGS)) $(LDFLAGS) -o $@ $< \
		$(filter %.o,$^) $B/libgroei.a -lcmocka $(LIB_LIBS)
$(filter $B/tests/store/%,$(TEST_BIN)): $B/tests/store/support.o
$B/tests/%.o: tests/%.c
	@mkdir -p $(@D)
	$(SAY)$(CC) $(CPPFLAGS) -Isrc -Itests $(filter-out -fvisibility=hidden,$(CFLAGS)) -c -o $@ $<

$B/tests/tui/harness: tests/tui/harness.c tests/tui/terminal.c tests/tui/terminal.h
	@mkdir -p $(@D)
	$(SAY)$(CC) -D_GNU_SOURCE $(filter-out -fvisibility=hidden -MMD -MP,$(CFLAGS)) $(LDFLAGS) -o $@ \
		$(filter %.c,$^) -lvterm

# make bench BENCH_N=1000000 for the full size; stores stay in build/bench
BENCH_N ?= 100000
BENCH := $(addprefix $B/bench/,generate sql screen wall list empty)
$B/bench/generate: tests/bench/phrases.c tests/bench/generate_growth.c tests/bench/generate.h
$B/bench/screen: tests/tui/terminal.c
$B/bench/generate $B/bench/sql: $B/libgroei.a
$B/bench/screen: BENCH_LIBS = -lvterm
# The floors load exactly what groei loads.
$B/bench/list $B/bench/empty: $B/groei
$B/bench/list $B/bench/empty: BENCH_LIBS = -Wl,--no-as-needed \
	$(shell readelf -d $B/groei | sed -n 's/.*(NEEDED).*\[\(.*\)\]/-l:\1/p')
$B/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	@echo '  $@'
	@$(CC) -D_GNU_SOURCE $(CPPFLAGS) -Isrc -Itests $(filter-out -fvisibility=hidden,$(CFLAGS)) \
		$(LDFLAGS) -o $@ $(filter %.c %.a,$^) $(if $(BENCH_LIBS),$(BENCH_LIBS),$(LIB_LIBS))
bench:
	@sh src/tools/packages.sh bench
	@$(MAKE) --no-print-directory all $(BENCH)
	@exec tests/bench/run.sh $B $(BENCH_N)

# make CC=clang VARIANT=fuzz fuzz: one libFuzzer program per tests/fuzz/fuzz_*.c
FUZZ_BIN := $(patsubst tests/%.c,$B/tests/%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz: $(FUZZ_BIN)
$B/tests/fuzz/fuzz_keys: $(addprefix $B/obj/tui/,keys.o key.o key_name.o)
$B/tests/fuzz/fuzz_config: $B/obj/cli/config.o
$B/tests/fuzz/%: tests/fuzz/%.c $B/libgroei.a
	@mkdir -p $(@D)
	$(SAY)$(CC) $(CPPFLAGS) -Isrc $(PQ_CFLAGS) \
		$(filter-out -fvisibility=hidden -Wmissing-prototypes,$(CFLAGS)) $(LDFLAGS) -o $@ $< \
		$(filter %.o,$^) $B/libgroei.a $(LIB_LIBS)

# Here make starts again: a package that was just installed changes the flags.
run:
	@sh src/tools/packages.sh build
	@$(MAKE) --no-print-directory all
	@exec $B/groei

# make test KINDS="unit cli" runs some of them.
test:
	@sh src/tools/packages.sh test
	@exec tests/run.sh $(KINDS)

check: all
	@status=0; for script in tests/check/*.sh; do $$script || status=1; done; exit $$status

# Brings the Dutch sentences up to date with the source; rewrites the expected screens.
po:
	sh tests/check/po.sh merge
screens:
	UPDATE=1 tests/run.sh tui

INSTALL := install
HEADERS := $(wildcard include/groei/*.h)
VERSION := $(shell sed -n 's/.*GROEI_VERSION "\(.*\)"/\1/p' include/groei/api.h)
COMPLETIONS := bash:bash-completion/completions/groei zsh:zsh/site-functions/_groei \
	fish:fish/vendor_completions.d/groei.fish

$B/groei.pc: include/groei/api.h Makefile FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(LIBDIR)' 'includedir=$${prefix}/include' '' \
		'Name: groei' 'Description: Development conversations, goals and actions' \
		'Version: $(VERSION)' 'Requires.private: sqlite3 yaml-0.1' \
		'Libs: -L$${libdir} -lgroei' 'Libs.private: -lunistring -ldl' \
		'Cflags: -I$${includedir}' > $@

install: all $B/groei.pc
	$(INSTALL) -D -m 755 $B/groei '$(DESTDIR)$(PREFIX)/bin/groei'
	$(INSTALL) -D -m 644 $B/libgroei.a '$(DESTDIR)$(LIBDIR)/libgroei.a'
	$(INSTALL) -D -m 755 $B/libgroei.so '$(DESTDIR)$(LIBDIR)/libgroei.so.0'
	ln -sf libgroei.so.0 '$(DESTDIR)$(LIBDIR)/libgroei.so'
	$(INSTALL) -D -m 644 -t '$(DESTDIR)$(PREFIX)/include/groei' $(HEADERS)
	$(INSTALL) -D -m 644 $B/groei.pc '$(DESTDIR)$(LIBDIR)/pkgconfig/groei.pc'
	for file in $B/locale/*/LC_MESSAGES/groei.mo; do \
		$(INSTALL) -D -m 644 "$$file" "$(DESTDIR)$(LOCALEDIR)/$${file#$B/locale/}"; done
	$B/groei help --man > $B/groei.1
	$(INSTALL) -D -m 644 $B/groei.1 '$(DESTDIR)$(MANDIR)/man1/groei.1'
	for pair in $(COMPLETIONS); do \
		if $B/groei completion $${pair%%:*} > $B/completion 2>/dev/null; then \
			$(INSTALL) -D -m 644 $B/completion "$(DESTDIR)$(PREFIX)/share/$${pair#*:}"; fi; done

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/groei' '$(DESTDIR)$(LOCALEDIR)'/*/LC_MESSAGES/groei.mo \
		$(foreach f,libgroei.a libgroei.so libgroei.so.0 pkgconfig/groei.pc,'$(DESTDIR)$(LIBDIR)/$f') \
		'$(DESTDIR)$(MANDIR)/man1/groei.1' \
		$(foreach c,$(COMPLETIONS),'$(DESTDIR)$(PREFIX)/share/$(lastword $(subst :, ,$c))')
	rm -rf '$(DESTDIR)$(PREFIX)/include/groei'

-include $(LIB_OBJ:.o=.d) $(APP_OBJ:.o=.d) $(TEST_BIN:=.d) $(wildcard $B/tests/fault/*.d) $(FUZZ_BIN:=.d) $B/tests/store/support.d

clean:
	rm -rf build

.PHONY: all tests bench fuzz run test check po screens install uninstall clean FORCE
.DELETE_ON_ERROR:
