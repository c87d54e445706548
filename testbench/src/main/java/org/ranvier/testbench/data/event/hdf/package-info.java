/**
 * Columns of HDF5 files, read a block at a time: jHDF finds data sets, types and chunks; their bytes are read here, so that no size that a
 * file declares takes memory before it was compared with the size of the file.
 *
 * <p>May depend on {@code org.ranvier.core.error}, {@code org.ranvier.testbench.text} and jHDF only.
 */
package org.ranvier.testbench.data.event.hdf;
