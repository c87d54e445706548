/**
 * NIR files: HDF5, read and written with jHDF. What a file declares is compared with its length before memory is taken for it, and
 * whatever is wrong with a file is one {@link org.ranvier.core.error.ConfigurationException} that names it.
 *
 * <p>Depends on the graphs of {@code org.ranvier.testbench.nir.graph}.
 */
package org.ranvier.testbench.nir.file;
