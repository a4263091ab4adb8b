/* A disk that can lose its power: an SQLite VFS that writes down what happens to the files of one folder,
 * and the files as a power cut at any moment of that could leave them.
 *
 * The model: what was synced is on the disk. Of what was written since, each write is there, or not, or
 * torn, or its place holds something else, independent of its order; a name made or removed is on the disk
 * once its folder was synced, and names change in their order. A torn write harms nothing outside itself. */
#ifndef POWER_DISK_H
#define POWER_DISK_H

#include <stdint.h>

enum { NAMES = 8, INODES = 256 };

enum op_kind { OP_MAKE, OP_WRITE, OP_SIZE, OP_SYNC, OP_UNLINK, OP_SYNC_FOLDER, OP_DONE };

struct op {
	enum op_kind kind;
	int name, inode;      /* what it is about; -1: neither */
	int64_t at, length;   /* of a write; OP_SIZE: the new size in `at` */
	unsigned char *bytes; /* owned */
};

struct content {
	unsigned char *bytes; /* owned */
	int64_t size, room;
};

/* What happened in a folder, from the files that were there at first. */
struct record {
	char folder[256];
	char *names[NAMES]; /* owned */
	int name_count, inode_count;
	int first[NAMES];               /* inode at the start, -1: none */
	int file[NAMES];                /* inode now */
	struct content start[INODES];   /* of the inodes that were there at first */
	struct op *ops;                 /* owned */
	int count, room;
};

/* Registers the VFS as the default one. What happens is recorded while *record_in is not NULL. */
void disk_register(struct record **record_in);
/* Forgets what was recorded, and takes the files of the folder as they are for what is on the disk. */
void record_begin(struct record *record, const char *folder);
/* Marks that what was asked for has been answered. */
void record_done(struct record *record);
void record_end(struct record *record);

/* The disk at a moment of the record. */
struct disk {
	const struct record *record;
	int at;                  /* operations that happened */
	int done;                /* OP_DONE among them */
	int version;             /* of what is on the disk for certain */
	struct content synced[INODES];
	int file[NAMES];         /* inode, -1: none */
	int pending[4096];       /* writes and sizes, by operation */
	int pending_count;
	int changes[64];         /* of names, by operation */
	int change_count;
};

void disk_begin(struct disk *disk, const struct record *record);
void disk_step(struct disk *disk); /* one more operation happens */
void disk_end(struct disk *disk);

enum fate { FATE_LOST, FATE_KEPT, FATE_HEAD, FATE_TAIL, FATE_JUNK };

/* Writes into a folder what a cut now would leave, when each pending write has its fate and the first
 * `changes` changes of names were made. What the folder held before is removed. */
void disk_cut(const struct disk *disk, const enum fate *fates, int changes, const char *folder);

#endif
