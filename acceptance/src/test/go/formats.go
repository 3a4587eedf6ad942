package main

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

// open is c2sp.org/tlog-checkpoint: a signed note of origin, size and root.
func open(signed []byte, verifier note.Verifier) (tlog.Tree, error) {
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s: %q", verifier.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return tlog.Tree{}, fmt.Errorf("not a size: %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return tlog.Tree{}, err
	}
	return tlog.Tree{N: size, Hash: root}, nil
}

// checkProof is c2sp.org/tlog-proof.
func checkProof(text string, entry []byte, verifier note.Verifier) error {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("not a proof")
	}
	lines = lines[1:]
	if len(lines) > 0 && strings.HasPrefix(lines[0], "extra ") {
		lines = lines[1:]
	}
	if len(lines) == 0 || !strings.HasPrefix(lines[0], "index ") {
		return errors.New("no index")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64)
	if err != nil {
		return err
	}
	var path tlog.RecordProof
	for _, line := range lines[1:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		path = append(path, hash)
	}
	tree, err := open([]byte(signed), verifier)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(entry))
}

// served is c2sp.org/tlog-tiles over HTTP; a tlog.TileReader.
type served struct {
	url         string
	bundleIndex int64
	bundle      [][]byte
}

var client = http.Client{Timeout: 30 * time.Second}

func (s *served) get(path string) ([]byte, error) {
	answer, err := client.Get(s.url + "/" + path)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", path, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 1<<25))
}

func (s *served) Height() int                             { return tileHeight }
func (s *served) SaveTiles(tiles []tlog.Tile, _ [][]byte) {}

func (s *served) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		// Go writes tile/8/0/000, tlog-tiles tile/0/000
		read, err := s.get("tile/" + strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", tileHeight)))
		if err != nil {
			return nil, err
		}
		data[i] = read
	}
	return data, nil
}

// entry is the nth log entry, out of its bundle; the last bundle is kept.
func (s *served) entry(n, size int64) ([]byte, error) {
	const full = 1 << tileHeight
	index := n / full
	if s.bundle == nil || s.bundleIndex != index {
		tile := tlog.Tile{H: tileHeight, L: -1, N: index, W: int(min(full, size-index*full))}
		path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/data/", tileHeight))
		data, err := s.get("tile/entries/" + path)
		if err != nil {
			return nil, err
		}
		bundle, err := unpack(data)
		if err != nil || len(bundle) != tile.W {
			return nil, fmt.Errorf("bundle %d has %d entries, not %d: %v", index, len(bundle), tile.W, err)
		}
		s.bundleIndex, s.bundle = index, bundle
	}
	return s.bundle[n%full], nil
}

func unpack(data []byte) ([][]byte, error) {
	var entries [][]byte
	for len(data) > 0 {
		if len(data) < 2 {
			return entries, io.ErrUnexpectedEOF
		}
		length := int(binary.BigEndian.Uint16(data))
		if len(data) < 2+length {
			return entries, io.ErrUnexpectedEOF
		}
		entries, data = append(entries, data[2:2+length]), data[2+length:]
	}
	return entries, nil
}
