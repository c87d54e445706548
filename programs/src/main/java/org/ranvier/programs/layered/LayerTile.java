package org.ranvier.programs.layered;

/**
 * A layer's share of one core: the columns of its crossbar that fit a tile.
 *
 * @param layer the layer, 1..L
 * @param tile its place among the layer's tiles, from 0
 * @param tiles how many tiles the layer takes
 * @param first its first neuron in the layer
 * @param neurons how many it holds
 */
public record LayerTile(int layer, int tile, int tiles, int first, int neurons) {}
