// checklog checks a transparency log with Go's own golang.org/x/mod/sumdb/note and tlog: nothing of it is ours but the
// reading of C2SP's file formats.
//
//	checklog -key FILE -log URL [-earlier FOLDER] [-proofs FOLDER] [-every N]
//
// It opens the checkpoint with the verifier key, and then shows that
//
//   - every Nth entry and the last one, as its bundle has it, is in the tree that was signed;
//   - the tree begins with that of each signed checkpoint in the folder -earlier;
//   - each NAME.tlog-proof in the folder -proofs is that of the bytes in NAME.entry, under a checkpoint of this log.
//
// The last line of its output is "checked" when all is so, and the exit code 0.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	key := flag.String("key", "", "file of the log's verifier key")
	log := flag.String("log", "", "URL of the log, without /checkpoint")
	earlier := flag.String("earlier", "", "folder of checkpoints that were kept")
	proofs := flag.String("proofs", "", "folder of NAME.tlog-proof and NAME.entry")
	every := flag.Int64("every", 1, "look at every Nth entry")
	flag.Parse()
	if err := check(*key, *log, *earlier, *proofs, *every); err != nil {
		fmt.Fprintln(os.Stderr, "checklog: refused:", err)
		os.Exit(1)
	}
	fmt.Println("checked")
}

func check(keyFile, url, earlier, proofs string, every int64) error {
	line, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(line)))
	if err != nil {
		return err
	}
	log := &served{url: strings.TrimSuffix(url, "/")}
	signed, err := log.get("checkpoint")
	if err != nil {
		return err
	}
	tree, err := open(signed, verifier)
	if err != nil {
		return err
	}
	fmt.Printf("%s has %d entries\n", verifier.Name(), tree.N)
	hashes := tlog.TileHashReader(tree, log)
	if err := checkEntries(log, tree, hashes, every); err != nil {
		return err
	}
	if err := checkEarlier(earlier, verifier, tree, hashes); err != nil {
		return err
	}
	return checkProofs(proofs, verifier)
}

func checkEntries(log *served, tree tlog.Tree, hashes tlog.HashReader, every int64) error {
	checked := 0
	for n := int64(0); n < tree.N; n += every {
		if err := checkEntry(log, tree, hashes, n); err != nil {
			return fmt.Errorf("entry %d: %w", n, err)
		}
		checked++
	}
	if tree.N > 0 && every > 1 {
		if err := checkEntry(log, tree, hashes, tree.N-1); err != nil {
			return fmt.Errorf("entry %d: %w", tree.N-1, err)
		}
		checked++
	}
	fmt.Printf("%d entries are in the tree\n", checked)
	return nil
}

func checkEntry(log *served, tree tlog.Tree, hashes tlog.HashReader, n int64) error {
	entry, err := log.entry(n, tree.N)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveRecord(tree.N, n, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, n, tlog.RecordHash(entry))
}

func checkEarlier(folder string, verifier note.Verifier, tree tlog.Tree, hashes tlog.HashReader) error {
	if folder == "" {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil {
		return err
	}
	for _, file := range files {
		signed, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		old, err := open(signed, verifier)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if old.N == 0 {
			continue // every tree begins with the empty one
		}
		if old.N > tree.N {
			return fmt.Errorf("%s: had %d entries, and now there are %d", file, old.N, tree.N)
		}
		proof, err := tlog.ProveTree(tree.N, old.N, hashes)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	fmt.Printf("it begins with %d earlier checkpoints\n", len(files))
	return nil
}

func checkProofs(folder string, verifier note.Verifier) error {
	if folder == "" {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.tlog-proof"))
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		entry, err := os.ReadFile(strings.TrimSuffix(file, ".tlog-proof") + ".entry")
		if err != nil {
			return err
		}
		if err := checkProof(string(text), entry, verifier); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	fmt.Printf("%d proofs stand\n", len(files))
	return nil
}
