/** Numbers and text for people, wherever they are shown. Depends on nothing else of the project; stateless. */
package org.ranvier.testbench.text;
